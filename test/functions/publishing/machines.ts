import {
  CreateStateMachineAliasCommand,
  DescribeStateMachineAliasCommand,
  DescribeStateMachineCommand,
  ResourceNotFound,
  SFNClient,
  UpdateStateMachineAliasCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';

interface Routes {
  readonly stateMachineVersionArn: string | undefined;
  readonly weight: number | undefined;
}

/** Step Functions as far as publishing sees it: versions, and where the aliases lead. */
export function fakeMachines(now: string) {
  const workflows = new SFNClient({ region: 'us-east-1' });
  const versions = new Map<string, string[]>();
  const aliases = new Map<string, readonly Routes[]>();
  const broken = { aliases: false };
  const sfn = mockClient(workflows);
  sfn.on(DescribeStateMachineCommand).callsFake(({ stateMachineArn }: { stateMachineArn: string }) => ({
    definition: versions.get(stateMachineArn)?.at(-1) ?? '{}',
  }));
  sfn
    .on(UpdateStateMachineCommand)
    .callsFake(
      ({
        stateMachineArn,
        definition,
        publish,
      }: {
        stateMachineArn: string;
        definition: string;
        publish?: boolean;
      }) => {
        if (publish !== true) return { updateDate: new Date(now) };
        const all = versions.get(stateMachineArn) ?? [];
        if (all.at(-1) !== definition) versions.set(stateMachineArn, [...all, definition]);
        const number = versions.get(stateMachineArn)?.length;
        return { updateDate: new Date(now), stateMachineVersionArn: `${stateMachineArn}:${number}` };
      },
    );
  const route = (alias: string, routingConfiguration: readonly Routes[]): object => {
    if (broken.aliases) throw new Error('the service is out');
    aliases.set(alias, routingConfiguration);
    return {};
  };
  sfn
    .on(CreateStateMachineAliasCommand)
    .callsFake(({ routingConfiguration }: { routingConfiguration: readonly Routes[] }) =>
      route(
        `${routingConfiguration[0]?.stateMachineVersionArn?.replace(/:\d+$/, '')}:live`,
        routingConfiguration,
      ),
    );
  sfn
    .on(UpdateStateMachineAliasCommand)
    .callsFake(
      ({
        stateMachineAliasArn,
        routingConfiguration,
      }: {
        stateMachineAliasArn: string;
        routingConfiguration: readonly Routes[];
      }) => route(stateMachineAliasArn, routingConfiguration),
    );
  sfn
    .on(DescribeStateMachineAliasCommand)
    .callsFake(({ stateMachineAliasArn }: { stateMachineAliasArn: string }) => {
      const routingConfiguration = aliases.get(stateMachineAliasArn);
      if (!routingConfiguration) throw new ResourceNotFound({ message: 'no alias', $metadata: {} });
      return { routingConfiguration };
    });
  /** Which version the alias of a machine leads to, with its share when there are two. */
  const live = (machineArn: string): string =>
    (aliases.get(`${machineArn}:live`) ?? [])
      .map(({ stateMachineVersionArn, weight }) => `${stateMachineVersionArn?.split(':').at(-1)}@${weight}`)
      .join(' ');
  /** Puts an alias to a version behind everybody's back. */
  const lead = (machineArn: string, version: number): void =>
    void aliases.set(`${machineArn}:live`, [
      { stateMachineVersionArn: `${machineArn}:${version}`, weight: 100 },
    ]);
  return { lead, workflows, versions, live, broken };
}
