import { mostInterviewers } from '../../../domain/interviews/interview.ts';
import type { Json } from '../../asl/json.ts';
import type { Rule } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { literalOf } from '../values/syntax.ts';

/**
 * A Map that waits for people a few at a time: whoever comes later in the list is asked only when somebody before has
 * answered, perhaps days later.
 */
export const inTurn: Rule = ({ machine, calls }) =>
  machine.states
    .filter(({ type, inner }) => {
      const states = inner.flatMap((block) => [...block.states.values()]);
      const waits = states.some((state) => calls.get(state)?.waitsForEnd || calls.get(state)?.waitsForToken);
      return type === 'Map' && waits;
    })
    .filter(({ fields: { MaxConcurrency: given } }) => given !== undefined && !reachesAll(given))
    .map(({ name, path, fields: { MaxConcurrency: given } }) => ({
      rule: 'asked-in-turn',
      path: [...path, 'MaxConcurrency'],
      message: `'${name}' asks ${typeof given === 'number' ? given : 'a few'} of up to ${mostInterviewers} people at a time: the next is asked only when one before has answered, and their candidate hears late.`,
      mend: `Write "MaxConcurrency": ${mostInterviewers}, or leave it out.`,
    }));

/** None is the service's word for any number. */
function reachesAll(given: Json): boolean {
  const most = typeof given === 'number' ? given : literalOf(syntaxOf(given));
  return most === 0 || (typeof most === 'number' && most >= mostInterviewers);
}
