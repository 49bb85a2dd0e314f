import { versionOf } from './executions.ts';
import { findInstallation } from './store/installation.ts';
import { listWorkflowRevisions } from './store/releases.ts';
import type { Table } from './store/table.ts';
import type { Workflows } from './workflows.ts';

/** The revision of candidate-journey that an application runs or ran on; undefined once nobody knows any more. */
export async function journeyRevision(
  { table, workflows }: { table: Table; workflows: Workflows },
  applicationId: string,
): Promise<number | undefined> {
  const machine = (await findInstallation(table))?.machines['candidate-journey'];
  if (!machine) return undefined;
  const execution = `${machine.arn.replace(':stateMachine:', ':execution:')}:${applicationId}`;
  const versionArn = await versionOf(workflows, execution);
  if (versionArn === undefined) return undefined;
  const revisions = await listWorkflowRevisions(table, 'candidate-journey');
  return revisions.find((one) => one.versionArn === versionArn)?.revision;
}
