import { lettersAbout, rests } from '../view.ts';
import type { Rule, Settled } from '../view.ts';

const minute = 60_000;

export const acknowledged: Rule = {
  number: 1,
  title: 'acknowledged within a minute of starting',
  onSettled: (settled) => {
    const { table, startedAt, faulted } = settled;
    if (!rests(settled) || faulted || table.application.outcome === 'withdrawn') return undefined;
    const silent = (about: string, since: number, message: string): boolean =>
      isOver(settled, since) && !lettersAbout(about, table).some((letter) => letter.message === message);
    if (silent('', startedAt, 'acknowledgement'))
      return 'a minute after the submission the candidate has heard nothing';
    const question = Object.values(table.questions).find(({ questionId, askedAt }) =>
      silent(questionId, Date.parse(askedAt), 'question-received'),
    );
    return question && 'a minute after a question was asked the candidate has heard nothing of it';
  },
};

/** Whether a minute from then on will have passed before anything else happens. */
const isOver = ({ nextTimer = Infinity }: Settled, since: number): boolean => nextTimer > since + minute;
