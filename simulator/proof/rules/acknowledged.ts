import { attentionTo, lettersAbout, rests } from '../view.ts';
import type { Rule, Settled } from '../view.ts';

const minute = 60_000;
const hanging = 30 * minute;

export const acknowledged: Rule = {
  number: 1,
  title: 'acknowledged within a minute of starting',
  onSettled: (settled) => {
    const { table, startedAt } = settled;
    if (!rests(settled) || table.application.outcome === 'withdrawn') return undefined;
    const silent = (about: string, since: number, message: string): boolean =>
      isOver(settled, since) &&
      !lettersAbout(about, table).some((letter) => letter.message === message) &&
      attentionTo(about, table).length === 0;
    if (silent('', startedAt, 'acknowledgement'))
      return 'a minute after the submission the candidate has heard nothing';
    const question = Object.values(table.questions).find(({ questionId, askedAt }) =>
      silent(questionId, Date.parse(askedAt), 'question-received'),
    );
    return question && 'a minute after a question was asked the candidate has heard nothing of it';
  },
};

/** Whether a minute from then on will have passed before anything else happens; more when a step hangs. */
const isOver = ({ nextTimer = Infinity, faulted }: Settled, since: number): boolean =>
  nextTimer > since + (faulted ? hanging : minute);
