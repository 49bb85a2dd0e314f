import { ExecutionDoesNotExist, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { firstRun, runName } from '../../domain/application/run.ts';
import type { Key } from './store/keys.ts';

/** The machines that carry an application, by the alias that starts them. */
export interface Machines {
  readonly client: SFNClient;
  readonly journeyAlias: string;
}

export function openMachines(journeyAlias: string): Machines {
  return { client: new SFNClient({}), journeyAlias };
}

/**
 * Stops whatever runs for an application; Step Functions stops the children of a machine with it. What never ran, or
 * is over, is fine. `kept` are the keys of what is kept with the application: they tell what was started for it.
 */
export async function stopExecutions(
  { client, journeyAlias }: Machines,
  kept: readonly Key[],
  applicationId: string,
): Promise<void> {
  const again = kept.flatMap(({ sk }) => /^RUN#(\d+)$/.exec(sk)?.[1] ?? []).map(Number);
  for (const run of [firstRun, ...again]) {
    await stop(client, executionArn(journeyAlias, runName(applicationId, run)));
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
