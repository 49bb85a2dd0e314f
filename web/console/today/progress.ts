import { useCallback } from 'react';
import { finishTask } from '../../../domain/api/recruiter/tasks.ts';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { useSigned } from '../api/context.ts';
import { beatenWords } from '../decide/beaten.ts';
import { sendDecision, sendUndo } from '../decide/send.ts';
import type { Answer } from '../decide/send.ts';
import { troubleOf } from '../shell/failed.tsx';
import { keep } from '../shell/kept.ts';
import { serverNow } from '../time/clock.ts';
import { byDue, rowKey } from './queues.ts';

/** What became of a row since it was fetched. */
export type Progress =
  | { readonly kind: 'sending'; readonly words: string }
  | { readonly kind: 'held'; readonly words: string; readonly leavesAt: string; readonly version: number }
  | { readonly kind: 'over'; readonly words: string; readonly at: number }
  | { readonly kind: 'failed'; readonly words: string };

/** A row that somebody has acted on here, with what became of it. */
export interface Acted {
  readonly row: WorklistRow;
  readonly progress: Progress;
}

export interface Actions {
  readonly acted: ReadonlyMap<string, Acted>;
  readonly shortlist: (row: WorklistRow) => Promise<void>;
  /** Declines each for the same reasons: each a decision of its own, that is refused or undone by itself. */
  readonly decline: (rows: readonly WorklistRow[], decision: Decision) => Promise<void>;
  readonly undo: (row: WorklistRow) => Promise<void>;
  readonly finish: (row: WorklistRow) => Promise<void>;
  /** Takes over a decision that was sent from elsewhere. */
  readonly took: (row: WorklistRow, answer: Answer) => void;
}

const decidedWords = { shortlisted: 'Shortlisted', declined: 'Declined', hired: 'Hired' } as const;
const wordsOf = (outcome: string): string =>
  Object.entries(decidedWords).find(([known]) => known === outcome)?.[1] ?? 'Another interview';

/** Kept while the console is open: the way back from a decision must not get lost on the way to another page. */
const today = keep<ReadonlyMap<string, Acted>>(new Map());
const only = 'today';

/** Whether something is on its way or waits to leave: a key pressed twice acts once. */
const isUnderWay = (row: WorklistRow): boolean => {
  const kind = today.of(only).get(rowKey(row))?.progress.kind;
  return kind === 'sending' || kind === 'held';
};

/** How many decisions are on their way at once. */
const atOnce = 4;

/** Acts on rows at once and shows what comes of it; `reload` fetches the worklist again. */
export function useActions(reload: () => Promise<void>): Actions {
  const { call } = useSigned();
  const [acted] = today.use(only);

  const put = useCallback((row: WorklistRow, progress: Progress | undefined) => {
    const next = new Map(today.of(only));
    if (progress) next.set(rowKey(row), { row, progress });
    else next.delete(rowKey(row));
    today.put(only, next);
  }, []);

  const took = useCallback(
    (row: WorklistRow, answer: Answer) => {
      if (answer.kind === 'held')
        put(row, {
          kind: 'held',
          words: wordsOf(answer.outcome),
          leavesAt: answer.leavesAt,
          version: answer.version,
        });
      else if (answer.kind === 'beaten') {
        const now = serverNow();
        put(row, { kind: 'over', words: beatenWords(answer, row.candidateName, now), at: now });
      } else put(row, undefined);
    },
    [put],
  );

  const attempt = useCallback(
    async (row: WorklistRow, words: string, act: () => Promise<void>) => {
      put(row, { kind: 'sending', words });
      try {
        await act();
      } catch (error) {
        const { header, text } = troubleOf(error);
        put(row, { kind: 'failed', words: `${header}. ${text}` });
      }
    },
    [put],
  );

  const decide = useCallback(
    async (row: WorklistRow, decision: Decision) => {
      const { applicationId, gateId, version, kind } = row;
      if (gateId === undefined || kind !== 'shortlist' || isUnderWay(row)) return;
      await attempt(row, wordsOf(decision.outcome), async () => {
        const answer = await sendDecision(call, { applicationId, gateId, version }, decision);
        if (answer.kind === 'pending')
          put(row, {
            kind: 'failed',
            words: 'It has changed meanwhile; nothing was sent. Decide again.',
          });
        else took(row, answer);
      });
    },
    [attempt, call, put, took],
  );

  const shortlist = useCallback(
    async (row: WorklistRow) => {
      await decide(row, { outcome: 'shortlisted' });
      await reload();
    },
    [decide, reload],
  );

  const decline = useCallback(
    async (rows: readonly WorklistRow[], decision: Decision) => {
      const waiting = [...rows];
      const work = async () => {
        for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await decide(row, decision);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      await reload();
    },
    [decide, reload],
  );

  const undo = useCallback(
    async (row: WorklistRow) => {
      const { applicationId, gateId } = row;
      const progress = today.of(only).get(rowKey(row))?.progress;
      if (gateId === undefined || progress?.kind !== 'held') return;
      put(row, { kind: 'sending', words: 'Taking it back' });
      try {
        const answer = await sendUndo(call, { applicationId, gateId, version: progress.version });
        // First the queue that has it again, then its row as it was.
        await reload();
        took(row, answer);
      } catch (error) {
        // The decision stands, and so does the way back.
        put(row, { ...progress, words: `Not undone: ${troubleOf(error).header}. ${progress.words}` });
      }
    },
    [call, put, reload, took],
  );

  const finish = useCallback(
    async (row: WorklistRow) => {
      const { applicationId, taskId } = row;
      if (taskId === undefined || isUnderWay(row)) return;
      await attempt(row, 'Done', async () => {
        await call(finishTask, { params: { applicationId, taskId }, body: {} });
        put(row, { kind: 'over', words: 'Done', at: serverNow() });
        await reload();
      });
    },
    [attempt, call, put, reload],
  );

  return { acted, shortlist, decline, undo, finish, took };
}

/** Milliseconds for which a row that is over stays to be read. */
const lingers = 60_000;

/** What still has to be told: a row that is over is not told for ever, nor one that waits again since. */
export function current(
  acted: ReadonlyMap<string, Acted>,
  rows: readonly WorklistRow[],
  now: number,
): ReadonlyMap<string, Acted> {
  if (acted.size === 0) return acted;
  const versions = new Map(rows.map((row) => [rowKey(row), row.version]));
  return new Map(
    [...acted].filter(([key, { progress }]) => {
      if (progress.kind === 'over') return progress.at + lingers >= now;
      if (progress.kind !== 'held') return true;
      return Date.parse(progress.leavesAt) + lingers >= now && (versions.get(key) ?? 0) <= progress.version;
    }),
  );
}

/** Fetched rows, and those acted on here that have left their queue since, each once, most urgent first. */
export function withActed(
  rows: readonly WorklistRow[],
  acted: ReadonlyMap<string, Acted>,
): readonly WorklistRow[] {
  if (acted.size === 0) return rows;
  const known = new Set(rows.map(rowKey));
  const gone = [...acted].flatMap(([key, { row }]) => (known.has(key) ? [] : [row]));
  return gone.length === 0 ? rows : [...rows, ...gone].toSorted(byDue);
}
