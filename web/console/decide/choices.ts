import type { GateKind } from '../../../domain/application/gate.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { reasonWords } from '../words/reasons.ts';
import type { Code } from './draft.ts';

interface Choice {
  readonly value: Decision['outcome'];
  readonly label: string;
  readonly description: string;
}

const declined = (description: string): Choice => ({ value: 'declined', label: 'Decline', description });

const choices: Readonly<Partial<Record<GateKind, readonly Choice[]>>> = {
  shortlist: [
    { value: 'shortlisted', label: 'Shortlist', description: 'The candidate is invited to an interview.' },
    declined('The candidate is told why, and thanked.'),
  ],
  'interview-date': [declined('Instead of an interview. This message leaves at once and cannot be undone.')],
  'next-step': [
    { value: 'hired', label: 'Hire', description: 'The candidate is congratulated.' },
    {
      value: 'another-interview',
      label: 'Another interview',
      description: 'You promise a date for it.',
    },
    declined('The candidate is told what went well, why not, and thanked.'),
  ],
};

/** What people may decide about a wait of this kind; nothing when it ends in another way. */
export const choicesOf = (kind: GateKind): readonly Choice[] => choices[kind] ?? [];

/** Reasons that may be true of several people alike: about the post, or about what all of them lack. */
export const groupCodes = [
  'qualification',
  'licence',
  'language',
  'missing-item',
  'closer-match',
  'post-closed',
] as const satisfies readonly Code[];

const isCode = (text: string): text is Code => Object.hasOwn(reasonWords, text);

/** Reasons that can be given: nobody falls short in an interview that was never held. */
export function codesOf(kind: GateKind): readonly Code[] {
  return Object.keys(reasonWords)
    .filter(isCode)
    .filter((code) => code !== 'interview' || kind === 'next-step');
}
