import { useCallback, useSyncExternalStore } from 'react';
import type { Decision } from '../../../domain/decisions/decision.ts';
import type { DeclineReason } from '../../../domain/reasons/decline-reasons.ts';

export type Code = DeclineReason['code'];

/** A reason while it is written; `days` are ISO days, the rest is text. */
export interface ReasonDraft {
  readonly code: Code;
  readonly details: Readonly<Record<string, string>>;
}

/** What somebody is about to decide. Kept in this page's memory, so that nothing they wrote is lost on the way. */
export interface Draft {
  readonly outcome: Decision['outcome'] | undefined;
  readonly reasons: readonly ReasonDraft[];
  readonly strength: string;
  readonly note: string;
}

const empty: Draft = { outcome: undefined, reasons: [], strength: '', note: '' };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

export function putDraft(key: string, draft: Draft | undefined): void {
  if (draft) drafts.set(key, draft);
  else drafts.delete(key);
  for (const listener of listeners) listener();
}

export const draftOf = (key: string): Draft => drafts.get(key) ?? empty;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft of one gate, wherever on the page it is shown. */
export function useDraft(key: string): [Draft, (change: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(subscribe, () => draftOf(key));
  const change = useCallback((part: Partial<Draft>) => putDraft(key, { ...draftOf(key), ...part }), [key]);
  return [draft, change];
}

export const draftKey = (applicationId: string, gateId: string): string => `${applicationId} ${gateId}`;
