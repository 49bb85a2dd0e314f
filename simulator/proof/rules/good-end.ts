import { mustBeTold } from '../../../domain/letters/may-send.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import { questionGateId } from '../../../domain/questions/question.ts';
import type { Letter } from '../../what-if/model/letter.ts';
import { attentionTo, lettersAbout, lettersTo, newLetters, rests, tasksAbout, toldUntil } from '../view.ts';
import type { Rule, Settled } from '../view.ts';

const closing = ['decline', 'decline-after-interview', 'hired', 'release', 'withdrawal-confirmed'];

export const goodEnd: Rule = {
  number: 4,
  title: 'every path ends with a closing message, or in a human task with the candidate told',
  onChange: (changed) => {
    const { application, tasks } = changed.after;
    const calls = Object.values(tasks).filter(({ status }) => status === 'open');
    const untold = newLetters(changed).find(
      (letter) =>
        letter.why === 'suppressed' &&
        isMessageName(letter.message) &&
        mustBeTold(letter.message, application) &&
        !calls.some(({ tells = [] }) => tells.includes(keyOf(letter))),
    );
    if (untold) return `${untold.message} is held back, and nobody is asked to call instead`;
    const promised = newLetters(changed).flatMap(({ message, status, dates }) =>
      message === 'hired' && status === 'sent' ? [dates] : [],
    );
    const unasked = promised.find(
      ({ callBy = '' }) => !calls.some(({ task, due }) => task === 'contract-call' && due <= callBy),
    );
    return (
      unasked && `hired promises a call by ${unasked['callBy'] ?? 'no date'}, and nobody is asked to make it`
    );
  },
  onSettled: (settled) => {
    const owed = unowed(settled);
    if (owed !== undefined || settled.nextTimer !== undefined) return owed;
    const questions = Object.keys(settled.table.questions);
    return ofApplication(settled) ?? questions.map((id) => ofQuestion(settled, id)).find(Boolean);
  },
};

/** Whoever is released is told who owes them an answer: the task must be there, and the lead know of it. */
function unowed(settled: Settled): string | undefined {
  const { table, faulted } = settled;
  if (!rests(settled) || faulted || table.application.outcome === 'withdrawn') return undefined;
  for (const { gateId = '', at } of lettersTo('candidate', table).filter(isRelease)) {
    const task = Object.values(table.tasks).some(
      (one) => one.task === 'answer-owed' && one.subject === gateId,
    );
    if (!task) return `${gateId}: the candidate was told who owes them an answer, and nobody has the task`;
    const told = lettersTo('lead', table).some((one) => one.message === 'task-raised' && one.at >= at);
    if (!told) return `${gateId}: the candidate was told who owes them an answer, and the lead was not`;
  }
  return undefined;
}

const isRelease = ({ message }: Letter): boolean => message === 'release';

const keyOf = ({ message, to, occurrence }: Letter): string => `${message}.${to}.${occurrence}`;

function ofApplication(settled: Settled): string | undefined {
  const { table } = settled;
  const letters = lettersAbout('', table);
  const { stage } = table.application;
  const answered = letters.some((letter) => isClosing(letter, table.application.outcome));
  if (stage === 'closed' && answered) return undefined;
  const bounced = Object.values(table.tasks).filter((one) => one.task === 'call-bounced');
  const [task] = [...attentionTo('', table), ...bounced];
  if (!task) return `nothing happens any more, the application is ${stage}, and nobody has a task`;
  // Whoever withdraws sees on their own page that it was done.
  if (answered || table.person.suppression || table.application.outcome === 'withdrawn') return undefined;
  const latest = toldUntil(settled);
  return latest >= task.due
    ? undefined
    : `nothing happens any more; HR has until ${task.due}, but the candidate was told ${latest}`;
}

const isClosing = ({ message }: Letter, outcome: string | undefined): boolean =>
  closing.includes(message) && (outcome !== 'withdrawn' || message === 'withdrawal-confirmed');

/** A question is answered, or somebody owes the answer and the candidate knows until when. */
function ofQuestion({ table }: Settled, questionId: string): string | undefined {
  const { status, outcome = 'nothing' } = table.gates[questionGateId(questionId)] ?? {};
  const letters = lettersAbout(questionId, table);
  const heard = (message: string): boolean => letters.some((letter) => letter.message === message);
  const owed = tasksAbout(questionId, table);
  if (status === 'closed') {
    if (outcome === 'called' || outcome === 'withdrawn' || (outcome === 'answered' && heard('answer')))
      return undefined;
    if (outcome === 'released' && heard('release') && owed.some(({ task }) => task === 'answer-owed'))
      return undefined;
  }
  const [task] = attentionTo(questionId, table);
  if (!task) return `a question ended as ${outcome}, unanswered, and nobody has a task`;
  if (table.person.suppression || table.application.outcome === 'withdrawn') return undefined;
  const latest =
    letters
      .flatMap(({ dates }) => Object.values(dates))
      .toSorted()
      .at(-1) ?? 'nothing';
  return heard('release') || latest >= task.due
    ? undefined
    : `a question is not answered; HR has until ${task.due}, but the candidate was told ${latest}`;
}
