import { releases } from '../../../domain/application/gate.ts';
import { promisedIn } from '../../../domain/messages/promised.ts';
import type { TableData } from '../../what-if/model/table.ts';
import type { Letter } from '../../what-if/model/letter.ts';
import { aboutOf, lettersAbout, newLetters } from '../view.ts';
import type { Rule } from '../view.ts';

/** What is said of an application, or of a question, once. */
const once = ['acknowledgement', 'survey', 'withdrawal-confirmed', 'question-received'];

export const oneMessage: Rule = {
  number: 7,
  title: 'never two messages for one moment, no message after a withdrawal',
  onChange: (changed) => {
    const { after, spoken } = changed;
    const fresh = newLetters(changed).find(({ to, status }) => to === 'candidate' && status === 'sent');
    if (!fresh) return undefined;
    if (changed.before.application.outcome === 'withdrawn' && fresh.message !== 'withdrawal-confirmed')
      return `${fresh.message} is sent after the withdrawal`;
    const about = aboutOf(after, fresh.gateId ?? '');
    const sent = lettersAbout(about, after).filter(({ status }) => status === 'sent');
    const other = spoken.find((one) => one.about === about);
    const before = sent.findLast((one) => one !== fresh && one.message === other?.message);
    if (other && !corrects(fresh, before))
      return `${fresh.message} is sent in the same moment as ${other.message}`;
    const again = once.includes(fresh.message) && sent.filter(({ message }) => message === fresh.message);
    if (again && again.length > 1) return `the candidate gets ${fresh.message} twice`;
    const ends = sent.filter((one) => isAnswer(one, after));
    return ends.length > 1 && isAnswer(fresh, after)
      ? `the candidate gets two answers: ${ends.map(({ message }) => message).join(', ')}`
      : undefined;
  },
};

/** Whoever was just told a date is told at once when a failure moves it to that of HR's task. */
const corrects = ({ message, occurrence, dates }: Letter, before: Letter | undefined): boolean => {
  const told = promisedIn(before?.dates ?? {});
  return (
    message === 'decision-delayed' &&
    occurrence.startsWith('attention.') &&
    told !== undefined &&
    told < (promisedIn(dates) ?? told)
  );
};

/** A release from feedback that is owed is not the answer to the application. */
function isAnswer({ message, gateId = '' }: Letter, { gates }: TableData): boolean {
  const kind = gates[gateId]?.kind;
  if (message === 'release') return kind !== undefined && (kind === 'question' || releases(kind));
  return ['decline', 'decline-after-interview', 'hired', 'answer'].includes(message);
}
