import { ago } from '../time/words.ts';
import { didWords } from '../words/gates.ts';
import { nameOf } from '../words/people.ts';
import type { Answer } from './send.ts';

type Beaten = Omit<Extract<Answer, { kind: 'beaten' }>, 'kind'>;

/** `Omar Haddad shortlisted Julia Perez 20 s ago.` */
export function beatenWords({ outcome, by, at }: Beaten, candidateName: string, now: number): string {
  if (outcome === 'withdrawn') return `${candidateName} has withdrawn.`;
  if (outcome === 'released' || by === undefined)
    return `The last deadline has passed: ${candidateName} was released with an apology.`;
  const did = outcome === undefined ? 'decided on' : didWords[outcome];
  return `${nameOf(by)} ${did} ${candidateName}${at === undefined ? '' : ` ${ago(at, now)}`}.`;
}
