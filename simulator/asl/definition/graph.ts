import type { Diagnostic } from './diagnostic.ts';

/** A transition of a state: its target and where it stands. */
export interface Transition {
  readonly to: string;
  readonly location: string;
}

/** What the graph of a block is checked for. */
export interface Graph {
  readonly startAt: Transition | undefined;
  /** By name of the state. */
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  /** Whether some state ends the block. */
  readonly ends: boolean;
  /** Whether the service insists on that: not for a branch or an item processor. */
  readonly mustEnd: boolean;
  /** `/States` of the block. */
  readonly location: string;
}

const NO_END: Diagnostic = {
  severity: 'ERROR',
  code: 'MISSING_END_STATE',
  message: 'Workflow has no terminal state',
};

/** Transitions to states that are not there, states nothing leads to, and a block that cannot end. */
export function checkGraph({ startAt, transitions, ends, mustEnd, location }: Graph): Diagnostic[] {
  const all = [...(startAt ? [startAt] : []), ...[...transitions.values()].flat()];
  const findings = all
    .filter(({ to }) => !transitions.has(to))
    .map((transition) => missing(`Missing 'Next' target: ${transition.to}`, transition.location));
  if (!ends) {
    // The service looks for unreachable states only in a block that can end.
    return mustEnd ? [...findings, NO_END] : findings;
  }
  const reached = reachable(startAt?.to, transitions);
  for (const name of transitions.keys()) {
    if (!reached.has(name))
      findings.push(missing(`State "${name}" is not reachable.`, `${location}/${name}`));
  }
  return findings;
}

function reachable(start: string | undefined, transitions: Graph['transitions']): Set<string> {
  const reached = new Set<string>();
  const next = start === undefined ? [] : [start];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const { to } of transitions.get(name) ?? []) next.push(to);
  }
  return reached;
}

function missing(message: string, location: string): Diagnostic {
  return { severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', message, location };
}
