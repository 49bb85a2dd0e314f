import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Workflows } from './workflows.ts';

/** An execution that has not ended. */
export interface Running {
  readonly arn: string;
  readonly name: string;
  /** The version it runs on; undefined when it was started on none. */
  readonly versionArn: string | undefined;
  readonly startedAt: string;
}

/** The service's largest page. */
const pageSize = 1000;

/** The newest executions of a machine, or of one of its versions, that have not ended; `more` if there are others. */
export async function listRunning(
  workflows: Workflows,
  arn: string,
  limit: number = pageSize,
): Promise<{ running: Running[]; more: boolean }> {
  const { executions = [], nextToken } = await workflows.send(
    new ListExecutionsCommand({ stateMachineArn: arn, statusFilter: 'RUNNING', maxResults: limit }),
  );
  return {
    running: executions.map(({ executionArn = '', name = '', stateMachineVersionArn, startDate }) => ({
      arn: executionArn,
      name,
      versionArn: stateMachineVersionArn,
      startedAt: startDate?.toISOString() ?? '',
    })),
    more: nextToken !== undefined,
  };
}

/** The state that an execution entered last, or undefined when its last events tell none. */
export async function lastState(workflows: Workflows, executionArn: string): Promise<string | undefined> {
  const { events = [] } = await workflows.send(
    new GetExecutionHistoryCommand({
      executionArn,
      reverseOrder: true,
      maxResults: 50,
      includeExecutionData: false,
    }),
  );
  return events.find(({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined)
    ?.stateEnteredEventDetails?.name;
}

/** The version that an execution runs or ran on; undefined when Step Functions has forgotten it, after 90 days. */
export async function versionOf(workflows: Workflows, executionArn: string): Promise<string | undefined> {
  try {
    const { stateMachineVersionArn } = await workflows.send(new DescribeExecutionCommand({ executionArn }));
    return stateMachineVersionArn;
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
}

/** Starts a machine under a name. Started before under the same name means started. */
export async function startOnce(
  workflows: Workflows,
  machineArn: string,
  name: string,
  input: unknown,
): Promise<void> {
  try {
    await workflows.send(
      new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
