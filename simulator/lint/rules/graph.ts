import { edgesIn, edgesOf } from '../definition/edges.ts';
import type { Edge } from '../definition/edges.ts';
import { alwaysHolds, comesBack } from '../definition/flow.ts';
import { type BlockView, type StateView, ends } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';

/** Every block of a machine. */
function blocksOf(block: BlockView): BlockView[] {
  return [block, ...[...block.states.values()].flatMap(({ inner }) => inner.flatMap(blocksOf))];
}

/** Ways that lead nowhere. */
export const targets: Rule = ({ machine }) =>
  blocksOf(machine.block).flatMap((block) => {
    const start = { to: block.startAt, path: [...block.path, 'StartAt'] };
    return [start, ...[...block.states.values()].flatMap(edgesOf)]
      .filter(({ to }) => to !== '' && !block.states.has(to))
      .map(({ to, path }) => ({
        rule: 'transition-target',
        path,
        message: `There is no state '${to}' here.`,
        mend: `Write one of ${[...block.states.keys()].map((name) => `'${name}'`).join(', ')}.`,
      }));
  });

/** States that nothing leads to. */
export const unreachable: Rule = ({ machine }) =>
  blocksOf(machine.block).flatMap((block) => {
    const reached = alwaysHolds(block, () => ({ gives: [] }));
    return [...block.states.values()]
      .filter((state) => block.states.has(block.startAt) && !reached.has(state))
      .map(({ name, path }) => ({
        rule: 'unreachable-state',
        path,
        message: `Nothing leads to '${name}'.`,
        mend: 'Lead to it from another state, or remove it.',
      }));
  });

/** States from which no way leads to an end. */
export const endless: Rule = ({ machine }) =>
  blocksOf(machine.block).flatMap((block) => {
    const before = Map.groupBy(edgesIn(block), ({ to }) => to);
    const ending = new Set([...block.states.values()].filter(ends).map(({ name }) => name));
    // That the whole machine has no end the engine says.
    if (ending.size === 0 && block === machine.block) return [];
    for (const name of ending) for (const { from } of before.get(name) ?? []) ending.add(from.name);
    return [...block.states.values()]
      .filter(({ name }) => !ending.has(name))
      .map(({ name, path }) => ({
        rule: 'endless',
        path,
        message: `From '${name}' no way leads to an end: an application that gets here goes round for ever.`,
        mend: 'Lead a branch of the circle to a state that ends.',
      }));
  });

/** A circle that never pauses and changes nothing: once in it, it spins until the history is full. */
export const spinning: Rule = ({ machine }) =>
  circles(
    machine.block,
    ({ from, assign }) => ['Choice', 'Pass'].includes(from.type) && Object.keys(assign).length === 0,
  ).map((state) => ({
    rule: 'endless',
    path: state.path,
    message: `'${state.name}' comes back to itself without a wait, a step or a changed variable: it spins until the execution fails.`,
    mend: 'Put a wait into the circle, or let a state in it assign what its Choice looks at.',
  }));

/** A circle that goes on for as long as its steps fail. */
export const failingForEver: Rule = ({ machine }) =>
  circles(machine.block, ({ from, kind, errors }) =>
    kind === 'catch' ? errors.includes('States.ALL') : ['Choice', 'Pass'].includes(from.type),
  )
    .filter(({ type }) => !['Choice', 'Pass'].includes(type))
    .map((state) => ({
      rule: 'endless-failure',
      path: [...state.path, 'Catch'],
      message: `When '${state.name}' fails for good, its Catch leads back to it: it fails again and again until the execution fails.`,
      mend: 'Lead the Catch for States.ALL on to a state that raises a task for a person.',
    }));

/** States that come back to themselves over such edges only. */
function circles(outer: BlockView, over: (edge: Edge) => boolean): StateView[] {
  return blocksOf(outer).flatMap(({ states }) =>
    [...states.values()].filter((state) => comesBack(state, over)),
  );
}

/** A Choice that nothing fits fails, and no Catch can take that. */
export const choiceDefault: Rule = ({ machine }) =>
  machine.states
    .filter(({ type, fields }) => type === 'Choice' && fields['Default'] === undefined)
    .map(({ name, path }): Problem => ({
      rule: 'choice-default',
      path,
      message: `'${name}' has no Default: when no branch fits, the execution fails and nobody is told.`,
      mend: 'Add "Default": "Raise a task for a person", or the state that is right for all other answers.',
    }));
