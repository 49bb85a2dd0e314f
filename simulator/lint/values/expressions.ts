import { compileExpression } from '../../asl/expression.ts';
import { type Json, isJsonObject } from '../../asl/json.ts';
import { isExpression } from '../../asl/template.ts';
import type { StateView } from '../definition/view.ts';
import type { Path } from '../finding.ts';

/** An expression in a state, parsed, with its place. */
export interface Placed {
  readonly state: StateView;
  /** From the state: `['Catch', 0, 'Assign', 'failure']`. */
  readonly within: Path;
  readonly path: Path;
  readonly source: string;
  readonly syntax: unknown;
}

/** The syntax of a text that is an expression; undefined for any other value and for one that does not parse. */
export function syntaxOf(value: Json | undefined): unknown {
  if (typeof value !== 'string' || !isExpression(value)) return undefined;
  try {
    return compileExpression(value.slice(2, -2).trim()).compiled.ast();
  } catch {
    // The engine's own check says what is wrong with it.
    return undefined;
  }
}

/** Every expression of a state that parses, without those of the states inside of it. */
export function expressionsOf(state: StateView): Placed[] {
  return [...texts(state.fields, [])].flatMap(([within, text]): Placed[] => {
    const syntax = syntaxOf(text);
    return syntax === undefined
      ? []
      : [{ state, within, path: [...state.path, ...within], source: text, syntax }];
  });
}

const INNER = new Set(['ItemProcessor', 'Iterator', 'Branches', 'Comment']);

function* texts(value: Json, path: Path): Generator<[Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isJsonObject(value)) {
    for (const [name, item] of Object.entries(value))
      if (path.length > 0 || !INNER.has(name)) yield* texts(item, [...path, name]);
  }
}
