import { getLocation } from 'jsonc-parser';
import type { MoreValues } from '../editor/completion.ts';
import type { Path } from './graph/machine.ts';

/** The innermost state that an offset lies in. */
export function stateAt(text: string, offset: number): string | undefined {
  const { path } = getLocation(text, offset);
  const name = path[path.lastIndexOf('States') + 1];
  return path.includes('States') && typeof name === 'string' && name !== '' ? name : undefined;
}

/** The end of the word or line that begins at an offset: something to underline. */
export function wordEnd(text: string, from: number): number {
  const [word = ''] = /^("(?:[^"\\\n]|\\.)*"|[\w.{}$%-]+)/.exec(text.slice(from, from + 400)) ?? [];
  return from + Math.max(1, word.length);
}

const transitions = new Set(['Next', 'Default', 'StartAt']);

/** For completion: the states of a block where one goes to a state, the variables of the machine in expressions. */
export const valuesOfMachine: MoreValues = (document, path) => {
  const name = path.at(-1);
  if (typeof name === 'string' && transitions.has(name)) {
    const at = path.lastIndexOf('States');
    const block = name === 'StartAt' ? path.slice(0, -1) : path.slice(0, at);
    return Object.keys(objectAt(document, [...block, 'States'])).map((value) => ({ value, detail: 'state' }));
  }
  return [];
};

function objectAt(document: unknown, path: Path): object {
  let value: unknown = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return {};
    value = new Map<unknown, unknown>(Object.entries(value)).get(String(part));
  }
  return typeof value === 'object' && value !== null ? value : {};
}
