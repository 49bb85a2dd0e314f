import type { Call } from '../definition/call.ts';
import { type StateView, objectsOf, textOf, textsOf } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';

/** Errors with an entry of their own that goes on as if the state had done its work. */
export const swallowedErrors: Rule = (subject) =>
  subject.machine.states.flatMap((state) => {
    const entries = objectsOf(state.fields['Catch']).map(([entry, index]) => ({
      index,
      errors: textsOf(entry['ErrorEquals']),
      to: textOf(entry['Next']),
    }));
    const usual = entries.find(({ errors }) => errors.includes('States.ALL'))?.to;
    return entries.flatMap(({ index, errors, to }): Problem[] => {
      const lost = failuresIn(errors, subject.calls.get(state));
      if (lost.length === 0 || to === usual || isTold(subject, state.block.states.get(to))) return [];
      return [
        {
          rule: 'swallowed-error',
          path: [...state.path, 'Catch', index],
          message: `After ${lost.join(', ')} in '${state.name}' it goes on with '${to}': what the state was to do is left undone, and neither the candidate nor a colleague is told.`,
          mend: `Remove the entry, or let it lead to ${usual === undefined ? '' : `'${usual}' or to another `}state that raises a task for a person.`,
        },
      ];
    });
  });

/** The end of a wait for an answer is no failure, and States.ALL is another rule's. */
function failuresIn(errors: readonly string[], call: Call | undefined): string[] {
  return errors.filter(
    (error) => error !== 'States.ALL' && !(error === 'States.Timeout' && call?.waitsForToken === true),
  );
}

/** Whether somebody hears of it: a task is raised, or a Map or Parallel fails, which has a Catch of its own. */
function isTold({ calls }: Subject, first: StateView | undefined): boolean {
  const seen = new Set<StateView>();
  let state = first;
  while (state?.type === 'Pass' && !seen.has(state)) {
    seen.add(state);
    state = state.block.states.get(textOf(state.fields['Next']));
  }
  if (state?.type === 'Fail') return state.block.within !== undefined;
  return state !== undefined && calls.get(state)?.step === 'raise-task';
}
