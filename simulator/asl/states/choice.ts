import { type Soon, onceKnown } from '../at-hand.ts';
import { leave, shape } from '../completing.ts';
import type { Choice, ChoiceState } from '../definition/types.ts';
import { StatesError, inState } from '../errors.ts';
import type { Thread } from '../execution.ts';
import type { Scope } from '../expression.ts';
import type { Run } from '../run.ts';
import { evaluate, wrongType } from '../template.ts';

/** Choice: the first rule whose Condition is true, else Default. */
export function choice(run: Run, thread: Thread, state: ChoiceState): Soon<void> {
  const scope = run.scope(thread);
  return onceKnown(firstOf(state.choices, scope), (rule) => {
    const next = rule ? rule.next : state.default;
    if (next === undefined) throw noTransition(thread);
    const shaped = shape(rule ?? state, scope, thread.input, state.name);
    return onceKnown(shaped, (given) => leave(run, thread, state, given, next));
  });
}

/** The first rule that holds. */
function firstOf(rules: readonly Choice[], scope: Scope): Soon<Choice | undefined> {
  const [rule, ...rest] = rules;
  if (!rule) return undefined;
  return onceKnown(evaluate(rule.condition, scope), (holds) => {
    if (typeof holds !== 'boolean') throw wrongType(rule.condition, rule.conditionField, 'boolean', holds);
    return holds ? rule : firstOf(rest, scope);
  });
}

/** The specification calls it States.NoChoiceMatched; the service says States.Runtime. */
function noTransition(thread: Thread): StatesError {
  const cause = 'Failed to transition out of the state. The state does not point to a next state.';
  return new StatesError('States.Runtime', inState(thread.state, thread.enteredId, cause), {
    kind: 'terminal',
  });
}
