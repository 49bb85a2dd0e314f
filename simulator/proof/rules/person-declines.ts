import { newLetters } from '../view.ts';
import type { Changed, Rule } from '../view.ts';

export const personDeclines: Rule = {
  number: 5,
  title: "no decline without a person's decision",
  onChange: (changed) => {
    const declined = Object.values(changed.after.gates).some(
      ({ outcome, settledBy, decision, status }) =>
        outcome === 'declined' && settledBy === 'person' && decision !== undefined && status === 'closed',
    );
    if (declined) return undefined;
    if (changed.after.application.outcome === 'declined')
      return 'the application is declined, and no person decided it';
    return saysSo(changed) ? 'the candidate is told of a decline that no person decided' : undefined;
  },
};

const saysSo = (changed: Changed): boolean =>
  newLetters(changed).some(
    ({ message, status }) =>
      status === 'sent' && (message === 'decline' || message === 'decline-after-interview'),
  );
