import { promisedIn } from '../../../domain/messages/promised.ts';
import { lastTold } from '../../../domain/promises/attention.ts';
import type { Letter } from '../../what-if/model/letter.ts';
import { lettersTo } from '../view.ts';
import type { Rule } from '../view.ts';

const closing = ['decline', 'decline-after-interview', 'hired', 'release', 'withdrawal-confirmed'];

export const goodEnd: Rule = {
  number: 4,
  title: 'every path ends with a closing message, or in a human task with the candidate told',
  onSettled: ({ table, settings, nextTimer }) => {
    if (nextTimer !== undefined) return undefined;
    const letters = lettersTo('candidate', table);
    const { stage } = table.application;
    const answered = letters.some((letter) => isClosing(letter, table.application.outcome));
    if (stage === 'closed' && answered) return undefined;
    const task = Object.values(table.tasks).find(
      (one) => one.task === 'attention' || one.task === 'call-bounced',
    );
    if (!task) return `nothing happens any more, the application is ${stage}, and nobody has a task`;
    // Whoever withdraws sees on their own page that it was done.
    if (answered || table.person.suppression || table.application.outcome === 'withdrawn') return undefined;
    const said = letters.map(({ at, dates }) => ({ sentAt: at, promises: promisedIn(dates) }));
    const latest = lastTold(table.application, settings, said);
    return latest >= task.due
      ? undefined
      : `nothing happens any more; HR has until ${task.due}, but the candidate was told ${latest}`;
  },
};

const isClosing = ({ message }: Letter, outcome: string | undefined): boolean =>
  closing.includes(message) && (outcome !== 'withdrawn' || message === 'withdrawal-confirmed');
