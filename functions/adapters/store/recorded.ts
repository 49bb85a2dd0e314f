import * as z from 'zod';
import type { Recorded } from '../../../domain/journeys/record.ts';
import { findApplication } from './applications.ts';
import { listGates } from './gates.ts';
import { listInterviews } from './interviews.ts';
import { index, retentionQueue, workKeys } from './keys.ts';
import { findPerson } from './people.ts';
import { queryAll } from './query.ts';
import { listQuestions } from './questions.ts';
import { readEach } from './read-each.ts';
import type { Table } from './table.ts';

const entry = z.object({ applicationId: z.string() });

/** Everything about the applications that are closed and not yet to be erased, latest first, up to `last`. */
export async function listClosed(table: Table, last: number): Promise<Recorded[]> {
  const found: Recorded[] = [];
  const read = readEach(await idsOfClosed(table, last), (id) => readAll(table, id));
  for await (const [, one] of read) if (one) found.push(one);
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
