import type { Played } from '../../local/demo/play.ts';

const candidates = /@example\.com$/;

/** What the candidate of a scenario was sent, in order. */
export const heard = ({ timeline }: Played): string[] =>
  timeline.flatMap(({ to, message }) =>
    message !== undefined && candidates.test(to ?? '') ? [message] : [],
  );
