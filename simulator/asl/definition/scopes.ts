import type { Template } from '../template.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Block, State } from './types.ts';

/**
 * Variables of a branch or an iteration that have the name of one around it: the service refuses them, wherever in the
 * outer scope it is assigned.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (variable scope); its words are
 * not known.
 */
export function checkScopes(
  block: Block,
  location = '',
  outer: ReadonlySet<string> = new Set(),
): Diagnostic[] {
  const own = [...block.states].map(([name, state]) => ({
    state,
    at: `${location}/States/${name}`,
    names: assignedIn(state),
  }));
  const visible = new Set([...outer, ...own.flatMap(({ names }) => names)]);
  return own.flatMap(({ state, at, names }) => [
    ...[...new Set(names)].filter((name) => outer.has(name)).map((name) => taken(name, at)),
    ...blocksIn(state).flatMap(([part, inner]) => checkScopes(inner, `${at}/${part}`, visible)),
  ]);
}

function blocksIn(state: State): (readonly [string, Block])[] {
  if (state.type === 'Map') return [['ItemProcessor', state.processor]];
  if (state.type !== 'Parallel') return [];
  return state.branches.map((branch, index) => [`Branches[${index}]`, branch] as const);
}

/** What a state assigns, its rules and catchers included. */
function assignedIn(state: State): string[] {
  if (state.type === 'Succeed' || state.type === 'Fail') return [];
  const parts = [
    state,
    ...(state.type === 'Choice' ? state.choices : []),
    ...('catch' in state ? state.catch : []),
  ];
  return parts.flatMap(({ assign }) => namesOf(assign));
}

function namesOf(assign: Template | undefined): string[] {
  if (assign?.kind === 'object') return assign.entries.map(([name]) => name);
  const value = assign?.kind === 'literal' ? assign.value : undefined;
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

const taken = (name: string, at: string): Diagnostic => ({
  severity: 'ERROR',
  code: 'SCHEMA_VALIDATION_FAILED',
  message: `The variable '${name}' is assigned in an outer scope, too: give it another name`,
  location: `${at}/Assign/${name}`,
});
