import { lettersTo, rests } from '../view.ts';
import type { Rule } from '../view.ts';

const minute = 60_000;

export const acknowledged: Rule = {
  number: 1,
  title: 'acknowledged within a minute of starting',
  onSettled: (settled) => {
    const { table, startedAt, nextTimer = Infinity, faulted } = settled;
    if (!rests(settled) || nextTimer <= startedAt + minute || faulted) return undefined;
    if (table.application.outcome === 'withdrawn') return undefined;
    const heard = lettersTo('candidate', table).some(({ message }) => message === 'acknowledgement');
    return heard ? undefined : 'a minute after the submission the candidate has heard nothing';
  },
};
