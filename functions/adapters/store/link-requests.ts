import * as z from 'zod';
import { instant } from '../../../domain/ids.ts';
import { countWrite, expiryOfDay } from './day-limits.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table } from './table.ts';

/** Somebody `asked`, or sent an application with the address that was not taken. */
const why = z.enum(['asked', 'not-taken']);
export type LinkReason = z.output<typeof why>;

const linkRequest = z.strictObject({ requestedAt: instant, why, expiresAt: z.int() });

interface Asked {
  readonly id: string;
  readonly why: LinkReason;
  readonly at: string;
}

/** How often an address may be sent fresh links on one day (UTC): enough for whoever loses a mail or two. */
const perDay = 3;

/**
 * Takes a request for fresh links, by the hash of an address and under an id; without a word it takes no more than
 * a few a day. Whether anybody has the address is not looked at here: whoever asks can tell nothing by the time it took.
 */
export async function requestLinks(
  table: Table,
  personHash: string,
  { id, why: reason, at }: Asked,
): Promise<void> {
  try {
    await commit(table, [
      countWrite(table, keys.linksOfDay(personHash, at.slice(0, 10)), perDay, at),
      {
        Put: {
          TableName: table.name,
          Item: {
            ...keys.linkRequest(personHash, id),
            requestedAt: at,
            why: reason,
            expiresAt: expiryOfDay(at),
          },
        },
      },
    ]);
  } catch (error) {
    if (!(error instanceof NotCommitted) || !error.refused(0)) throw error;
  }
}

/** A request for fresh links, or undefined when there is none (any more). */
export function findLinkRequest(table: Table, personHash: string, id: string) {
  return findItem(table, keys.linkRequest(personHash, id), linkRequest);
}
