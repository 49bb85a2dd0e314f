import { useCallback, useState } from 'react';
import { finishTask } from '../../../domain/api/recruiter/tasks.ts';
import type { WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { useSigned } from '../api/context.ts';
import { beatenWords } from '../decide/beaten.ts';
import { sendDecision, sendUndo } from '../decide/send.ts';
import type { Answer } from '../decide/send.ts';
import { troubleOf } from '../shell/failed.tsx';
import { serverNow } from '../time/clock.ts';
import { rowKey } from './queues.ts';

/** What became of a row since it was fetched. */
export type Progress =
  | { readonly kind: 'sending'; readonly words: string }
  | { readonly kind: 'held'; readonly words: string; readonly leavesAt: string; readonly version: number }
  | { readonly kind: 'over'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

/** A row that somebody has acted on here, with what became of it. */
export interface Acted {
  readonly row: WorklistRow;
  readonly progress: Progress;
}

export interface Actions {
  readonly acted: ReadonlyMap<string, Acted>;
  readonly shortlist: (row: WorklistRow) => Promise<void>;
  readonly undo: (row: WorklistRow) => Promise<void>;
  readonly finish: (row: WorklistRow) => Promise<void>;
  /** Takes over a decision that was sent from elsewhere. */
  readonly took: (row: WorklistRow, answer: Answer) => void;
}

const decidedWords = { shortlisted: 'Shortlisted', declined: 'Declined', hired: 'Hired' } as const;
const wordsOf = (outcome: string): string =>
  Object.entries(decidedWords).find(([known]) => known === outcome)?.[1] ?? 'Another interview';

/** Acts on rows at once and shows what comes of it; `reload` fetches the worklist again. */
export function useActions(reload: () => Promise<void>): Actions {
  const { call } = useSigned();
  const [acted, setActed] = useState<ReadonlyMap<string, Acted>>(new Map());

  const put = useCallback((row: WorklistRow, progress: Progress | undefined) => {
    setActed((before) => {
      const next = new Map(before);
      if (progress) next.set(rowKey(row), { row, progress });
      else next.delete(rowKey(row));
      return next;
    });
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
      else if (answer.kind === 'beaten')
        put(row, { kind: 'over', words: beatenWords(answer, row.candidateName, serverNow()) });
      else put(row, undefined);
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

  const shortlist = useCallback(
    async (row: WorklistRow) => {
      const { applicationId, gateId, version, kind } = row;
      if (gateId === undefined || kind !== 'shortlist') return;
      await attempt(row, 'Shortlisted', async () => {
        const answer = await sendDecision(
          call,
          { applicationId, gateId, version },
          { outcome: 'shortlisted' },
        );
        if (answer.kind === 'pending')
          put(row, {
            kind: 'failed',
            words: 'The date has moved meanwhile; nothing was sent. Decide again.',
          });
        else took(row, answer);
        await reload();
      });
    },
    [attempt, call, put, reload, took],
  );

  const undo = useCallback(
    async (row: WorklistRow) => {
      const { applicationId, gateId } = row;
      const progress = acted.get(rowKey(row))?.progress;
      if (gateId === undefined || progress?.kind !== 'held') return;
      await attempt(row, 'Taken back', async () => {
        const answer = await sendUndo(call, { applicationId, gateId, version: progress.version });
        // First the queue that has it again, then its row as it was.
        await reload();
        took(row, answer);
      });
    },
    [acted, attempt, call, reload, took],
  );

  const finish = useCallback(
    async (row: WorklistRow) => {
      const { applicationId, taskId } = row;
      if (taskId === undefined) return;
      await attempt(row, 'Done', async () => {
        await call(finishTask, { params: { applicationId, taskId }, body: {} });
        put(row, { kind: 'over', words: 'Done' });
        await reload();
      });
    },
    [attempt, call, put, reload],
  );

  return { acted, shortlist, undo, finish, took };
}

/** Fetched rows, and those acted on here that have left their queue since, each once, most urgent first. */
export function withActed(rows: readonly WorklistRow[], acted: ReadonlyMap<string, Acted>): WorklistRow[] {
  const known = new Set(rows.map(rowKey));
  const gone = [...acted].flatMap(([key, { row }]) => (known.has(key) ? [] : [row]));
  return [...rows, ...gone].toSorted((one, other) => Date.parse(one.due) - Date.parse(other.due));
}
