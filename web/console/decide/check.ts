import type { GateKind } from '../../../domain/application/gate.ts';
import { decision } from '../../../domain/decisions/decision.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { declineReasons } from '../../../domain/reasons/decline-reasons.ts';
import type { Checked } from '../shell/submission.ts';
import type { Asked } from '../words/reasons.ts';
import { reasonWords } from '../words/reasons.ts';
import type { Draft, ReasonDraft } from './draft.ts';

const asks: Readonly<Record<Asked, string>> = {
  line: 'Write 2 to 160 characters on one line.',
  criterion: 'Choose a published criterion, or write 2 to 160 characters.',
  day: 'Choose a day.',
  days: 'Give one to five days, as 2026-03-02, separated by commas.',
  fate: 'Choose what became of the post.',
};

/** Whether a draft is complete; whether its words may be said is for the API to judge. */
export function check({ outcome, reasons, strength, note }: Draft, kind: GateKind): Checked<Decision> {
  const missing = new Map<string, string>();
  if (outcome === undefined) missing.set('outcome', 'Choose what you decide.');
  const remark = note.trim() === '' ? {} : { note: note.trim() };
  if (outcome !== 'declined') {
    return outcome === undefined ? { missing } : { value: { outcome, ...remark } };
  }
  const given = declineReasons.safeParse(reasons.map(plain));
  if (!given.success) {
    if (reasons.length === 0) missing.set('reasons', 'Give one to three reasons.');
    for (const { path } of given.error.issues) {
      const [position, detail] = path;
      const reason = typeof position === 'number' ? reasons[position] : undefined;
      const words = reason && reasonWords[reason.code].details.find(({ name }) => name === detail);
      if (words) missing.set(`reasons.${String(position)}.${words.name}`, asks[words.asked]);
    }
  }
  const praise = decision.shape.strength.safeParse(strength);
  const needsPraise = kind === 'next-step';
  if (needsPraise && !praise.success)
    missing.set('strength', 'Say one thing that went well, in one sentence.');
  if (!given.success || missing.size > 0) return { missing };
  return {
    value: { outcome, reasons: given.data, ...(needsPraise && { strength: strength.trim() }), ...remark },
  };
}

/** The draft as the API takes it: a list of days is written with commas. */
function plain({ code, details }: ReasonDraft): unknown {
  const attempts = details['attempts'];
  if (code !== 'no-contact') return { code, ...details };
  return { code, attempts: (attempts ?? '').split(/[\s,]+/).filter(Boolean) };
}
