import type { Decision } from '../../../domain/decisions/decision.ts';
import type { DeclineReason } from '../../../domain/reasons/decline-reasons.ts';
import { keep } from '../shell/kept.ts';

export type Code = DeclineReason['code'];

/** A reason while it is written; `attempts` are ISO days with commas, the rest is plain text. */
export interface ReasonDraft {
  readonly code: Code;
  readonly details: Readonly<Record<string, string>>;
}

/** What somebody is about to decide. */
export interface Draft {
  readonly outcome: Decision['outcome'] | undefined;
  readonly reasons: readonly ReasonDraft[];
  readonly strength: string;
  readonly note: string;
}

export const drafts = keep<Draft>({ outcome: undefined, reasons: [], strength: '', note: '' });

export const draftKey = (applicationId: string, gateId: string): string => `${applicationId} ${gateId}`;
