import * as z from 'zod';
import { applicationEvent } from '../../../domain/application/application.ts';
import type { ApplicationEvent } from '../../../domain/application/application.ts';
import { localDate } from '../../../domain/calendar/local-date.ts';
import { interview } from '../../../domain/interviews/interview.ts';
import { incrementsOf } from '../../../domain/record/count.ts';
import type { About, Increment } from '../../../domain/record/count.ts';
import { findApplication } from './applications.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Key } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/** An event as the table holds it: marked once it is in the record. */
const countable = applicationEvent.extend({ counted: z.optional(z.literal(true)) });

interface Uncounted {
  readonly key: Key;
  readonly event: ApplicationEvent;
}

/**
 * Takes events into the record of their days in a zone (IANA), each exactly once: the marks on the events and what
 * they add to their days are one transaction, so a batch that comes again, whole or in part, adds what is missing
 * and nothing else. An event that was erased meanwhile adds nothing. Takes at most 33 events, because one may touch
 * two days. Gives how many were counted now.
 * @throws Contended
 */
export function countEvents(table: Table, zone: string, events: readonly Key[]): Promise<number> {
  return optimistically(table, 'the record', async () => {
    const found = await Promise.all(events.map((key) => findUncounted(table, key)));
    const fresh = found.filter((one) => one !== undefined);
    const increments = await Promise.all(
      fresh.map(async ({ event }) => incrementsOf(event, await factsAbout(table, event))),
    );
    return {
      result: fresh.length,
      writes: [
        ...fresh.map(({ key }) => markWrite(table, key)),
        ...dayWrites(table, zone, increments.flat()),
      ],
    };
  });
}

async function findUncounted(table: Table, key: Key): Promise<Uncounted | undefined> {
  const found = await findItem(table, key, countable);
  if (!found || found.counted) return undefined;
  const { counted, ...event } = found;
  return { key, event };
}

/** What the event does not say itself: two kinds of messages answer something that began on another day. */
async function factsAbout(table: Table, { applicationId, type, detail }: ApplicationEvent): Promise<About> {
  if (type !== 'MessageSent') return {};
  if (detail['message'] === 'acknowledgement') {
    return { submittedAt: (await findApplication(table, applicationId))?.submittedAt };
  }
  const interviewId = /^interview-feedback\.candidate\.(\w+)$/.exec(String(detail['key']))?.[1];
  if (interviewId === undefined) return {};
  const found = await findItem(table, keys.interview(applicationId, interviewId), interview);
  return { interviewEndsAt: found?.endsAt };
}

function markWrite(table: Table, key: Key): Write {
  return {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET counted = :counted',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(counted)',
      ExpressionAttributeValues: { ':counted': true },
    },
  };
}

/** One write for each day that something is added to. */
function dayWrites(table: Table, zone: string, increments: readonly Increment[]): Write[] {
  const byDay = Map.groupBy(increments, ({ at }) => localDate(at, zone));
  return [...byDay].map(([day, ofDay]) => {
    const counters = [...Map.groupBy(ofDay, ({ counter }) => counter)];
    const sums = counters.map(([, same]) => same.reduce((sum, { by }) => sum + by, 0));
    return {
      Update: {
        TableName: table.name,
        Key: keys.record(day),
        UpdateExpression: `ADD ${counters.map((_, place) => `#c${place} :c${place}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(counters.map(([name], place) => [`#c${place}`, name])),
        ExpressionAttributeValues: Object.fromEntries(sums.map((sum, place) => [`:c${place}`, sum])),
      },
    };
  });
}
