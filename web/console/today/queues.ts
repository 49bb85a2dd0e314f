import { queue, worklist } from '../../../domain/api/recruiter/worklist.ts';
import type { Queue, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import type { Call } from '../api/call.ts';

/**
 * What was fetched of one queue; `cursor` continues it, null when that was all. `elsewhere` is when the first of what
 * others owe in it is due.
 */
export interface Fetched {
  readonly rows: readonly WorklistRow[];
  readonly cursor: string | null;
  readonly elsewhere: string | null;
}

export type Worklist = ReadonlyMap<Queue, Fetched>;

/** Rows of a page: what a table draws, on a slow processor too, before anybody notices (`bench/README.md`). */
export const pageSize = 25;

/** The next rows of a queue. Pages may come back empty: of what waits, the caller may see only some. */
async function more(call: Call, kind: Queue, { rows, cursor, ...known }: Fetched): Promise<Fetched> {
  let { elsewhere } = known;
  let next: string | null = cursor;
  do {
    const page = await call(worklist, {
      query: { kind, limit: pageSize, ...(next !== null && next !== '' && { cursor: next }) },
    });
    next = page.cursor;
    elsewhere ??= page.elsewhere;
    if (page.rows.length > 0) return { rows: [...rows, ...page.rows], cursor: next, elsewhere };
  } while (next !== null);
  return { rows, cursor: null, elsewhere };
}

/** The beginning of every queue. */
export async function fetchWorklist(call: Call): Promise<Worklist> {
  const fetched = await Promise.all(
    queue.options.map(
      async (kind) => [kind, await more(call, kind, { rows: [], cursor: '', elsewhere: null })] as const,
    ),
  );
  return new Map(fetched);
}

/** The worklist with the next rows of every queue that has some. */
async function fetchMore(call: Call, list: Worklist): Promise<Worklist> {
  const fetched = await Promise.all(
    [...list].map(
      async ([kind, queue]) => [kind, queue.cursor === null ? queue : await more(call, kind, queue)] as const,
    ),
  );
  return new Map(fetched);
}

/**
 * The worklist with its beginning fetched again. What was fetched beyond that stays as it was: acting on a row that
 * has changed meanwhile is refused, and told.
 */
export function refreshed(before: Worklist, beginning: Worklist): Worklist {
  return new Map(
    [...beginning].map(([kind, fresh]) => {
      const old = before.get(kind);
      const end = fresh.rows.at(-1)?.due;
      if (fresh.cursor === null || end === undefined || old === undefined) return [kind, fresh];
      const tail = old.rows.slice(pageSize).filter(({ due }) => due > end);
      if (tail.length === 0) return [kind, fresh];
      return [kind, { ...fresh, rows: [...fresh.rows, ...tail], cursor: old.cursor }];
    }),
  );
}

/** The worklist with enough rows to fill so many pages, where there are so many. */
export async function fetchPages(call: Call, list: Worklist, pages: number): Promise<Worklist> {
  let known = list;
  for (;;) {
    const { rows, isAll } = merged(known);
    if (isAll || rows.length >= pages * pageSize) return known;
    known = await fetchMore(call, known);
  }
}

/**
 * All queues as one, most urgent first. Where a queue goes on, nothing later than its last row is shown: what
 * comes next in it might be due before that.
 */
export function merged(list: Worklist): { rows: WorklistRow[]; isAll: boolean } {
  const ends = [...list.values()].flatMap(({ rows, cursor }) =>
    cursor === null ? [] : [rows.at(-1)?.due ?? ''],
  );
  const horizon = ends.toSorted()[0];
  const rows = [...list.values()]
    .flatMap((queue) => queue.rows)
    .filter(({ due }) => horizon === undefined || due <= horizon)
    .toSorted(byDue);
  return { rows, isAll: ends.length === 0 };
}

/** When the first promise is due that others owe; undefined when there is none. */
export function nextElsewhere(list: Worklist): string | undefined {
  return [...list.values()].flatMap(({ elsewhere }) => elsewhere ?? []).toSorted()[0];
}

/** Most urgent first. Instants are written alike, so their order is that of their letters: no date is read for it. */
export const byDue = ({ due: one }: WorklistRow, { due: other }: WorklistRow): number =>
  one < other ? -1 : Number(one > other);

/** What tells one row from another. */
export const rowKey = ({ applicationId, gateId, taskId }: WorklistRow): string =>
  `${applicationId} ${gateId ?? taskId ?? ''}`;
