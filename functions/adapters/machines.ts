import {
  CreateStateMachineAliasCommand,
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  InvalidDefinition,
  ResourceNotFound,
  UpdateStateMachineAliasCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { InvalidInput } from '../../domain/steps/errors.ts';
import type { Installation } from './store/installation.ts';
import type { Workflows } from './workflows.ts';

/** A share of the executions that an alias starts, per cent; shares of an alias make 100. */
export interface Route {
  readonly versionArn: string;
  readonly weight: number;
}

/**
 * Makes a definition the machine's newest and publishes it as a version, which no alias names yet. The same again
 * gives the same version.
 * @throws InvalidInput when Step Functions refuses the definition
 */
export async function publishVersion(
  workflows: Workflows,
  machineArn: string,
  definition: string,
  description: string,
): Promise<string> {
  try {
    const { stateMachineVersionArn } = await workflows.send(
      new UpdateStateMachineCommand({
        stateMachineArn: machineArn,
        definition,
        publish: true,
        versionDescription: description.slice(0, 256),
      }),
    );
    if (stateMachineVersionArn === undefined)
      throw new Error(`Step Functions named no version of ${machineArn}`);
    return stateMachineVersionArn;
  } catch (error) {
    if (error instanceof InvalidDefinition) throw new InvalidInput(error.message);
    throw error;
  }
}

/**
 * The instant by the clock of Step Functions: CloudFormation tells a deployment none. It is read by giving a machine
 * the definition that it has.
 */
export async function clockOf(workflows: Workflows, { machines }: Installation): Promise<string> {
  const arn = machines['candidate-journey']?.arn;
  const { definition } = await workflows.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
  const { updateDate } = await workflows.send(
    new UpdateStateMachineCommand({ stateMachineArn: arn, definition }),
  );
  if (updateDate === undefined) throw new Error('Step Functions told no instant');
  return updateDate.toISOString();
}

const liveAlias = (machineArn: string): string => `${machineArn}:live`;

/** Lets the alias `live` of a machine start what the routes say; does nothing when it does so already. */
export async function routeLive(
  workflows: Workflows,
  machineArn: string,
  routes: readonly Route[],
): Promise<void> {
  const wanted = routes.map(({ versionArn, weight }) => ({ stateMachineVersionArn: versionArn, weight }));
  const standing = await findRoutes(workflows, machineArn);
  if (standing === undefined) {
    await workflows.send(new CreateStateMachineAliasCommand({ name: 'live', routingConfiguration: wanted }));
  } else if (!sameRoutes(standing, routes)) {
    await workflows.send(
      new UpdateStateMachineAliasCommand({
        stateMachineAliasArn: liveAlias(machineArn),
        routingConfiguration: wanted,
      }),
    );
  }
}

async function findRoutes(workflows: Workflows, machineArn: string): Promise<Route[] | undefined> {
  try {
    const { routingConfiguration = [] } = await workflows.send(
      new DescribeStateMachineAliasCommand({ stateMachineAliasArn: liveAlias(machineArn) }),
    );
    return routingConfiguration.map(({ stateMachineVersionArn = '', weight = 0 }) => ({
      versionArn: stateMachineVersionArn,
      weight,
    }));
  } catch (error) {
    if (error instanceof ResourceNotFound) return undefined;
    throw error;
  }
}

function sameRoutes(one: readonly Route[], other: readonly Route[]): boolean {
  const text = (routes: readonly Route[]): string =>
    routes
      .map(({ versionArn, weight }) => `${versionArn}=${weight}`)
      .toSorted()
      .join();
  return text(one) === text(other);
}
