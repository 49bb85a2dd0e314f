import type { Queue, Worklist, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { mayActOn } from '../../../domain/decisions/authority.ts';
import type { Staff } from '../../../domain/decisions/authority.ts';
import { questionIdOf } from '../../../domain/questions/question.ts';
import { referenceOf } from '../../../domain/ids.ts';
import { findApplication } from '../../adapters/store/applications.ts';
import { findJob } from '../../adapters/store/jobs.ts';
import { findQuestion } from '../../adapters/store/questions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { listWaiting } from '../../adapters/store/worklist.ts';
import type { Waiting } from '../../adapters/store/worklist.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { Services } from './services.ts';
import { signedIn } from './signed-in.ts';

const usualLimit = 25;
/** Pages of the queue that one request looks through for rows the caller may see. */
const mostPages = 10;

interface Asked extends Exchange {
  readonly query: {
    readonly kind: Queue;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  };
}

/**
 * What waits for the caller, by when it is due. A caller who may see few of many gets a short or empty page
 * with a cursor rather than a long wait.
 */
export async function readWorklist(
  { table }: Services,
  { query: { kind, cursor: from, limit = usualLimit }, caller }: Asked,
): Promise<Worklist> {
  const colleague = signedIn(caller);
  const rows: WorklistRow[] = [];
  let cursor = from;
  let elsewhere: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const { waiting, more } = await listWaiting(table, kind, { cursor, limit });
    const found = await Promise.all(waiting.map((one) => rowOf(table, kind, colleague, one)));
    for (const [place, row] of found.entries()) {
      const one = waiting[place];
      if (row === 'elsewhere') elsewhere ??= (one?.gate ?? one?.task)?.due ?? null;
      else if (row) rows.push(row);
      cursor = one?.cursor;
      const isLast = !more && place === found.length - 1;
      if (rows.length === limit) return { rows, cursor: isLast ? null : (cursor ?? null), elsewhere };
    }
    if (!more) return { rows, cursor: null, elsewhere };
  }
  return { rows, cursor: cursor ?? null, elsewhere };
}

/** A row for the caller; that others owe it; or nothing, once the application is gone. */
async function rowOf(
  table: Table,
  kind: Queue,
  colleague: Staff,
  { gate, task }: Waiting,
): Promise<WorklistRow | 'elsewhere' | undefined> {
  const { applicationId, due, owner, version } = gate ?? task;
  const application = await findApplication(table, applicationId);
  const job = application && (await findJob(table, application.jobId));
  if (!job) return undefined;
  if (!mayActOn(colleague, job, application)) return 'elsewhere';
  const questionId = questionIdOf(gate?.gateId);
  const asked = questionId === undefined ? undefined : await findQuestion(table, applicationId, questionId);
  return {
    applicationId,
    reference: referenceOf(applicationId),
    ...(gate ? { gateId: gate.gateId } : { taskId: task.taskId, task: task.task }),
    ...(asked && {
      question: {
        questionId: asked.questionId,
        wants: asked.wants,
        ...(asked.window && { window: asked.window }),
      },
    }),
    kind,
    due,
    candidateName: application.candidate.name,
    jobId: job.jobId,
    jobTitle: job.title,
    stage: application.stage,
    owner,
    version,
  };
}
