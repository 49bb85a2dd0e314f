import { useEffect, useSyncExternalStore } from 'react';

/** A text while it is edited, and the number that was live when the edit began. */
export interface Draft {
  readonly text: string;
  readonly base: number;
}

/** Edits by what they are of. */
export interface Drafts<Key extends string> {
  /** Keeps an edit; one that says what is live is none. */
  readonly keep: (key: Key, text: string, live: { readonly text: string; readonly number: number }) => void;
  /** Forgets edits: they were published or given up. */
  readonly drop: (keys: Iterable<Key>) => void;
  /** From now on all edits count as made on this number: whoever keeps them has seen what is in it. */
  readonly rebase: (number: number) => void;
  readonly use: () => ReadonlyMap<Key, Draft>;
}

/** Keeps edits in this page's memory: they survive every refusal and every other page, not a reload. */
export function keepDrafts<Key extends string>(): Drafts<Key> {
  let drafts: ReadonlyMap<Key, Draft> = new Map();
  const listeners = new Set<() => void>();
  const put = (next: ReadonlyMap<Key, Draft>) => {
    drafts = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    keep(key, text, live) {
      const next = new Map(drafts);
      if (text === live.text) next.delete(key);
      else next.set(key, { text, base: drafts.get(key)?.base ?? live.number });
      put(next);
    },
    drop(keys) {
      const next = new Map(drafts);
      for (const key of keys) next.delete(key);
      put(next);
    },
    rebase: (number) => put(new Map([...drafts].map(([key, { text }]) => [key, { text, base: number }]))),
    use: () => useSyncExternalStore(subscribe, () => drafts),
  };
}

/** The number that all of these edits began from: the oldest. */
export const baseOf = (drafts: ReadonlyMap<string, Draft>): number =>
  Math.min(...[...drafts.values()].map(({ base }) => base));

/** Asks before the browser leaves while something is not saved anywhere. */
export function useWarningOnLeave(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
