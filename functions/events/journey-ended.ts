import * as z from 'zod';
import { currentRun, runNamed } from '../../domain/application/run.ts';
import { variable } from '../../domain/environment.ts';
import { applicationId } from '../../domain/ids.ts';
import { questionRunNamed } from '../../domain/questions/run.ts';
import { askHr } from '../adapters/store/attention.ts';
import { findApplication } from '../adapters/store/applications.ts';
import { findQuestion } from '../adapters/store/questions.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';

/** What Step Functions says of an execution that ended without success; its name is that of the run. */
const ended = z.object({
  time: z.iso.datetime(),
  detail: z.object({ name: z.string(), status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']) }),
});

const idLength = 26;

/**
 * Sees to it that HR has a task for a journey, or what sees to a question, that ended without success. As a rule its
 * machine has raised it; this is for the one that could not even do that, ran out of time or was stopped by hand.
 */
export const handler = eventHandler({
  event: ended,
  services: () => ({ table: openTable(readEnvironment(variable.table)[variable.table]) }),
  run: async ({ table }, { time, detail: { name } }) => {
    const id = applicationId.parse(name.slice(0, idLength));
    if (!(await isCurrent(table, id, name))) return { raised: false };
    await askHr(table, { applicationId: id, task: 'attention', subject: name, at: time });
    return { raised: true };
  },
});

/** Whether somebody waits for this run: nobody does once it was erased, or taken up again already. */
async function isCurrent(table: Table, id: string, name: string): Promise<boolean> {
  const application = await findApplication(table, id);
  if (!application) return false;
  const asking = questionRunNamed(id, name);
  if (!asking) return runNamed(id, name) === currentRun(application);
  const question = await findQuestion(table, id, asking.questionId);
  return question !== undefined && currentRun(question) === asking.run;
}
