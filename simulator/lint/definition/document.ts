import { type Node, type ParseError, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { type Json, parseJson } from '../../asl/json.ts';
import type { Path, Problem } from '../finding.ts';

/** A definition as text, value and syntax tree. */
export interface Document {
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly value: Json | undefined;
  /** What is wrong with the text itself. */
  readonly problems: readonly Problem[];
  /** Where the value at a path begins: its name where it has one; of its nearest ancestor when it is not there. */
  readonly locate: (path: Path) => { readonly line: number; readonly column: number };
}

/** Reads JSON as strictly as the service does: no comments, no trailing commas. */
export function readDocument(text: string): Document {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const places = new Map<Path, number>();
  const problems = root ? duplicates(root, [], places) : [];
  let value: Json | undefined;
  try {
    value = parseJson(text);
  } catch (error) {
    const path: Path = ['(syntax)'];
    places.set(path, errors[0]?.offset ?? 0);
    problems.unshift({
      rule: 'json',
      path,
      message: `This is no JSON: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      mend: 'Look for a comma or a quotation mark that is missing or too many just before this place.',
    });
  }
  return {
    text,
    value,
    problems,
    locate: (path) => position(text, places.get(path) ?? offsetOf(root, path)),
  };
}

function offsetOf(root: Node | undefined, path: Path): number {
  if (!root) return 0;
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (!node) continue;
    const named = node.parent?.type === 'property' && node.type !== 'string';
    return named ? (node.parent?.offset ?? node.offset) : node.offset;
  }
  return root.offset;
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** A name that stands twice in an object: JSON takes the last one and says nothing. */
function duplicates(node: Node, path: Path, places: Map<Path, number>): Problem[] {
  const children = node.children ?? [];
  if (node.type === 'array')
    return children.flatMap((item, index) => duplicates(item, [...path, index], places));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const at = [...path, name];
    // A path leads to the first of the two.
    if (seen.has(name)) places.set(at, property.offset);
    const twice: Problem[] = seen.has(name)
      ? [
          {
            rule: 'duplicate-name',
            path: at,
            message: `'${name}' stands here twice; only the last one counts.`,
            mend: 'Give one of them another name, or remove it.',
          },
        ]
      : [];
    seen.add(name);
    return [...twice, ...(value ? duplicates(value, at, places) : [])];
  });
}
