import { type Edge, edgesIn } from './edges.ts';
import type { BlockView, StateView } from './view.ts';

/** What going one way makes true, and what it makes untrue. */
export interface Effect {
  readonly gives: Iterable<string>;
  readonly takes?: Iterable<string>;
}

/**
 * What holds whenever a state is entered, whichever way led there: for every state that can be reached, in the
 * machine and inside of its Map and Parallel states. What becomes true inside of those is forgotten outside.
 */
export function alwaysHolds(
  block: BlockView,
  effect: (edge: Edge) => Effect,
  initially: ReadonlySet<string> = new Set(),
): Map<StateView, ReadonlySet<string>> {
  const held = new Map<StateView, ReadonlySet<string>>();
  const start = block.states.get(block.startAt);
  if (!start) return held;
  const edges = Map.groupBy(edgesIn(block), ({ from }) => from);
  held.set(start, initially);
  const changed = [start];
  for (let state = changed.pop(); state; state = changed.pop()) {
    for (const edge of edges.get(state) ?? []) {
      const target = block.states.get(edge.to);
      if (!target) continue;
      const after = through(held.get(state) ?? new Set(), effect(edge));
      const before = held.get(target);
      const both = before ? new Set([...before].filter((fact) => after.has(fact))) : after;
      if (before?.size === both.size) continue;
      held.set(target, both);
      changed.push(target);
    }
  }
  const entered = [...held];
  for (const [state, facts] of entered) {
    for (const inner of state.inner)
      for (const [innerState, innerFacts] of alwaysHolds(inner, effect, facts))
        held.set(innerState, innerFacts);
  }
  return held;
}

function through(facts: ReadonlySet<string>, { gives, takes = [] }: Effect): Set<string> {
  const after = new Set(facts);
  for (const fact of takes) after.delete(fact);
  for (const fact of gives) after.add(fact);
  return after;
}

/** The shortest way through a block to a state, over such edges only; undefined when there is none. */
export function wayTo(target: StateView, over: (edge: Edge) => boolean): StateView[] | undefined {
  const { block } = target;
  const start = block.states.get(block.startAt);
  if (!start) return undefined;
  const edges = Map.groupBy(edgesIn(block).filter(over), ({ from }) => from);
  const ways: StateView[][] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1);
    if (last === target) return way;
    for (const edge of (last && edges.get(last)) ?? []) {
      const next = block.states.get(edge.to);
      if (!next || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** A way in words, for a message. */
export function wayInWords(way: readonly StateView[]): string {
  const names = way.map(({ name }) => `'${name}'`);
  return names.length > 5 ? [...names.slice(0, 2), '…', ...names.slice(-2)].join(' → ') : names.join(' → ');
}

/** Whether a way leads from a state back to itself, over such edges only. */
export function comesBack({ name, block }: StateView, over: (edge: Edge) => boolean): boolean {
  const edges = Map.groupBy(edgesIn(block).filter(over), ({ from }) => from.name);
  const seen = new Set<string>();
  const next = [name];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const { to } of edges.get(at) ?? []) {
      if (to === name) return true;
      if (!seen.has(to)) next.push(to);
      seen.add(to);
    }
  }
  return false;
}
