import type { Replayed } from './worker/contract.ts';

/** `Of the last 500 applications 12 would have heard earlier, none later; 488 would have noticed nothing.` */
export function replayWords({
  journeys,
  same,
  earlier,
  later,
}: Pick<Replayed, 'journeys' | 'same' | 'earlier' | 'later'>): string {
  const whole = journeys === 1 ? 'Of the one application' : `Of the last ${journeys} applications`;
  return `${whole} ${earlier || 'none'} would have heard earlier, ${later || 'none'} later; ${same || 'none'} would have noticed nothing.`;
}

/** What is noticed of a message, or of a date in it: `acknowledgement, decision due: names another date`. */
export const noticedWords = (what: string): string =>
  what
    .replaceAll('-', ' ')
    .replace(/[a-z][A-Z]/g, ([before = '', after = '']) => `${before} ${after.toLowerCase()}`);
