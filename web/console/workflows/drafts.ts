import { useEffect, useSyncExternalStore } from 'react';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import type { Live } from './data.ts';

/** A definition while it is edited, and the release that was live when the edit began. */
interface Draft {
  readonly text: string;
  readonly release: number;
}

/** Edits live in this page's memory: they survive every refusal and every other page, not a reload. */
let drafts: ReadonlyMap<WorkflowName, Draft> = new Map();
const listeners = new Set<() => void>();

function put(next: ReadonlyMap<WorkflowName, Draft>): void {
  drafts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps an edit; one that says what is live is none. */
export function keepDraft(name: WorkflowName, text: string, { live, edition }: Live): void {
  const next = new Map(drafts);
  if (text === edition.machines[name]) next.delete(name);
  else next.set(name, { text, release: drafts.get(name)?.release ?? live.release });
  put(next);
}

/** Forgets the edits of these machines: they were published or given up. */
export function dropDrafts(names: Iterable<WorkflowName>): void {
  const next = new Map(drafts);
  for (const name of names) next.delete(name);
  put(next);
}

/** From now on the edits count as made on this release: whoever keeps them has seen what is in it. */
export function rebaseDrafts(release: number): void {
  put(new Map([...drafts].map(([name, { text }]) => [name, { text, release }])));
}

export const useDrafts = (): ReadonlyMap<WorkflowName, Draft> =>
  useSyncExternalStore(subscribe, () => drafts);

/** Asks before the browser leaves while something is not saved anywhere. */
export function useWarningOnLeave(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
