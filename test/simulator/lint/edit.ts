import { definitionOf } from './shipped.ts';

/** A change to a shipped definition, as somebody makes it in an editor. */
export interface Edit {
  readonly machine: string;
  /** The state it is made in; without it, the first place in the file counts. */
  readonly state?: string;
  readonly replace: string | RegExp;
  readonly by: string;
  /** Text on the line that the finding is to name; by default the line of the edit. */
  readonly at?: string;
}

/** The edited text, and the line the finding is expected at. */
export function edited({ machine, state, replace, by, at }: Edit): { text: string; line: number } {
  const text = definitionOf(machine);
  const from = state === undefined ? 0 : text.indexOf(`"${state}": {`);
  if (from < 0) throw new Error(`${machine} has no state ${state}`);
  const tail = text.slice(from);
  const found = typeof replace === 'string' ? tail.indexOf(replace) : tail.search(replace);
  if (found < 0) throw new Error(`nothing to replace in ${machine}, ${state}`);
  const changed = text.slice(0, from) + tail.replace(replace, () => by);
  const offset = at === undefined ? from + found : changed.indexOf(at, state === undefined ? 0 : from);
  if (offset < 0) throw new Error(`${at} is nowhere in ${machine} after ${state}`);
  return { text: changed, line: changed.slice(0, offset).split('\n').length };
}
