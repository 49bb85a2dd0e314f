import * as z from 'zod';
import type { Recorded } from '../../../domain/journeys/record.ts';
import { findApplication } from './applications.ts';
import { listGates } from './gates.ts';
import { listInterviews } from './interviews.ts';
import { index, retentionQueue, workKeys } from './keys.ts';
import { findPerson } from './people.ts';
import { queryAll } from './query.ts';
import { listQuestions } from './questions.ts';
import type { Table } from './table.ts';

const entry = z.object({ applicationId: z.string() });

/** Everything about the applications that are closed and not yet to be erased, latest first, up to `last`. */
export async function listClosed(table: Table, last: number): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (const ids of batches(await idsOfClosed(table, last))) {
    const read = await Promise.all(ids.map((id) => readAll(table, id)));
    found.push(...read.flatMap((one) => one ?? []));
  }
  return found;
}

async function idsOfClosed(table: Table, last: number): Promise<string[]> {
  const { gsi1pk } = workKeys(retentionQueue, '', '');
  const closed = await queryAll(
    table,
    {
      IndexName: index.work,
      KeyConditionExpression: 'gsi1pk = :queue',
      ExpressionAttributeValues: { ':queue': gsi1pk },
      ScanIndexForward: false,
    },
    last,
  );
  return closed.map((item) => entry.parse(item).applicationId);
}

/** As many as are read at a time. */
const together = 20;

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / together) }, (_, at) =>
    ids.slice(at * together, (at + 1) * together),
  );

/** Undefined when it was erased meanwhile. */
async function readAll(table: Table, id: string): Promise<Recorded | undefined> {
  const application = await findApplication(table, id);
  if (!application) return undefined;
  const [gates, interviews, questions, person] = await Promise.all([
    listGates(table, id),
    listInterviews(table, id),
    listQuestions(table, id),
    findPerson(table, application.personHash),
  ]);
  return { application, gates, interviews, questions, person };
}
