import { ExecutionDoesNotExist, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { firstRun, runName } from '../../domain/application/run.ts';
import { questionRunName } from '../../domain/questions/run.ts';
import type { Key } from './store/keys.ts';

/** The machines that carry an application and its questions, by the aliases that start them. */
export interface Machines {
  readonly client: SFNClient;
  readonly journeyAlias: string;
  readonly callbackAlias: string;
}

export function openMachines(journeyAlias: string, callbackAlias: string): Machines {
  return { client: new SFNClient({}), journeyAlias, callbackAlias };
}

/**
 * Stops whatever runs for an application; Step Functions stops the children of a machine with it. What never ran, or
 * is over, is fine. `kept` are the keys of what is kept with the application: they tell what was started for it.
 */
export async function stopExecutions(
  { client, journeyAlias, callbackAlias }: Machines,
  kept: readonly Key[],
  applicationId: string,
): Promise<void> {
  await stop(client, executionArn(journeyAlias, runName(applicationId, firstRun)));
  for (const { sk } of kept) {
    const [kind, id = '', again] = sk.split('#');
    if (kind === 'RUN' && again === undefined) {
      await stop(client, executionArn(journeyAlias, runName(applicationId, Number(id))));
    } else if (kind === 'QUESTION' || kind === 'RUN') {
      const run = again === undefined ? firstRun : Number(again);
      const name = questionRunName({ applicationId, questionId: id, run });
      await stop(client, executionArn(callbackAlias, name));
    }
  }
}

/** `arn:…:stateMachine:name:alias` runs executions that are called `arn:…:execution:name:…`. */
function executionArn(aliasArn: string, name: string): string {
  return `${aliasArn.replace(':stateMachine:', ':execution:').replace(/:[^:]+$/, '')}:${name}`;
}

async function stop(client: SFNClient, executionArn: string): Promise<void> {
  try {
    await client.send(new StopExecutionCommand({ executionArn, error: 'Erased' }));
  } catch (error) {
    if (!(error instanceof ExecutionDoesNotExist)) throw error;
  }
}
