import { edgesOf } from '../definition/edges.ts';
import { alwaysHolds, wayInWords, wayTo } from '../definition/flow.ts';
import type { StateView } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import { type Rule, type Subject } from '../subject.ts';
import { assignedTo } from '../values/sources.ts';
import { isFunction } from '../values/functions.ts';
import { callsIn, ownVariables, referencesIn } from '../values/syntax.ts';

/** Variables that are read and never assigned, or not on every way to the state that reads them. */
export const variables: Rule = (subject) => {
  const assigned = alwaysHolds(subject.machine.block, ({ assign }) => ({ gives: Object.keys(assign) }));
  return subject.expressions.flatMap(({ state, syntax, path }) => {
    const known = assigned.get(state);
    if (!known) return [];
    const own = ownVariables(syntax);
    const calls = callsIn(syntax);
    const names = new Set(referencesIn(syntax).map(({ variable }) => variable));
    return [...names]
      .filter((name) => name !== 'states' && !own.has(name) && !isFunction(name) && !known.has(name))
      .map((name) => ({ path, ...missing(subject, state, name, calls.has(name)) }));
  });
};

function missing(subject: Subject, state: StateView, name: string, called: boolean): Omit<Problem, 'path'> {
  const sources = assignedTo(subject, name);
  if (sources.length === 0 && called)
    return {
      rule: 'unknown-function',
      message: `There is no function $${name} in Step Functions' JSONata.`,
      mend: 'Functions: https://docs.jsonata.org and $partition, $range, $hash, $random, $uuid, $parse.',
    };
  if (sources.length === 0)
    return {
      rule: 'unassigned-variable',
      message: `$${name} is never assigned: the state would fail with States.QueryEvaluationError.`,
      mend: `Correct the name, or assign it in an earlier state: "Assign": { "${name}": … }.`,
    };
  const outer = outerWay(state, name);
  return {
    rule: 'unassigned-variable',
    message: `$${name} is not assigned on every way here: ${outer} leaves it out.`,
    mend: `Assign it in the first state, or on that way too. What a Map or Parallel assigns inside is not seen outside.`,
  };
}

/** A way to the state on which nothing assigns the variable. */
function outerWay(state: StateView, name: string): string {
  const assigns = (from: StateView): boolean =>
    edgesOf(from).every(({ assign }) => Object.hasOwn(assign, name));
  const way = wayTo(state, ({ assign }) => !Object.hasOwn(assign, name));
  const { within } = state.block;
  const around =
    within && !assigns(within) ? wayTo(within, ({ assign }) => !Object.hasOwn(assign, name)) : [];
  return wayInWords([...(around ?? []), ...(way ?? [state])]);
}
