import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { runName } from '../../domain/application/run.ts';
import { questionIdOf } from '../../domain/questions/question.ts';
import { questionRunName } from '../../domain/questions/run.ts';
import { viewOf } from '../../domain/application/gate-item.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { markWoken } from './store/gates.ts';
import { takeQuestionUpAgain } from './store/question-runs.ts';
import type { Start } from './store/starts.ts';
import { takeUp } from './store/taking-up.ts';
import type { Table } from './store/table.ts';

/** The client of Step Functions, made once per cold start. */
export type Workflows = SFNClient;

export function openWorkflows(): Workflows {
  return new SFNClient({});
}

/** What runs are started with: the aliases (ARNs) of journeys and of what sees to questions. */
interface Starting {
  readonly workflows: Workflows;
  readonly journeys: string;
  readonly callbacks: string;
}

/** Starts a run. Started before means started: its execution is named after it. */
export function startRun(
  { workflows, journeys, callbacks }: Starting,
  { applicationId, questionId, run }: Start,
): Promise<'started' | 'started-before'> {
  if (questionId === undefined)
    return execute(workflows, journeys, runName(applicationId, run), { applicationId });
  const name = questionRunName({ applicationId, questionId, run });
  return execute(workflows, callbacks, name, { applicationId, questionId });
}

async function execute(
  workflows: Workflows,
  aliasArn: string,
  name: string,
  ids: Readonly<Record<string, string>>,
): Promise<'started' | 'started-before'> {
  try {
    await workflows.send(
      new StartExecutionCommand({ stateMachineArn: aliasArn, name, input: JSON.stringify(ids) }),
    );
    return 'started';
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return 'started-before';
    throw error;
  }
}

/**
 * Tells the machine that waits at a gate that it has changed, and takes the gate out of the queue of those
 * to be woken. A machine that went on by itself meanwhile is as good as woken; one that could not go on is taken up
 * again, for what was decided must be told.
 */
export async function wakeGate(
  { workflows, table }: { workflows: Workflows; table: Table },
  gate: Gate,
  at: string,
): Promise<void> {
  const heard = gate.token !== undefined && (await answerToken(workflows, gate.token, gate));
  if (!heard) {
    const { applicationId } = gate;
    const questionId = questionIdOf(gate.gateId);
    if (questionId === undefined) await takeUp(table, applicationId, { at, by: 'system' });
    else await takeQuestionUpAgain(table, { applicationId, questionId }, { at, by: 'system' });
  }
  await markWoken(table, gate);
}

/** Answers a task token with the gate as it stands; false when nobody waits there any more, which is fine. */
export async function answerToken(workflows: Workflows, token: string, gate: Gate): Promise<boolean> {
  try {
    await workflows.send(
      new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(viewOf(gate)) }),
    );
    return true;
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return false;
    throw error;
  }
}
