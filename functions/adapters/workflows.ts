import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { viewOf } from '../../domain/application/gate-item.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { markWoken } from './store/gates.ts';
import type { Table } from './store/table.ts';

/** The client of Step Functions, made once per cold start. */
export type Workflows = SFNClient;

export function openWorkflows(): Workflows {
  return new SFNClient({});
}

/** Starts the journey of an application. Started before means started: its id is the execution's name. */
export async function startJourney(
  workflows: Workflows,
  aliasArn: string,
  applicationId: string,
): Promise<'started' | 'started-before'> {
  try {
    await workflows.send(
      new StartExecutionCommand({
        stateMachineArn: aliasArn,
        name: applicationId,
        input: JSON.stringify({ applicationId }),
      }),
    );
    return 'started';
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return 'started-before';
    throw error;
  }
}

/**
 * Tells the machine that waits at a gate that it has changed, and takes the gate out of the queue of those
 * to be woken. A machine that went on by itself meanwhile is as good as woken.
 */
export async function wakeGate(
  { workflows, table }: { workflows: Workflows; table: Table },
  gate: Gate,
): Promise<void> {
  if (gate.token !== undefined) await answerToken(workflows, gate.token, gate);
  await markWoken(table, gate);
}

/** Answers a task token with the gate as it stands. Over already is fine: someone else was first. */
export async function answerToken(workflows: Workflows, token: string, gate: Gate): Promise<void> {
  try {
    await workflows.send(
      new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(viewOf(gate)) }),
    );
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return;
    throw error;
  }
}
