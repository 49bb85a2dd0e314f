import { type Node, isNode } from './unqualified.ts';

/** What an expression reads that the service looks at when a machine is created. */
export interface Reads {
  /** Members of `$states` that it names. */
  readonly members: readonly string[];
  /** Whether it reads `$$`, of which there is none. */
  readonly root: boolean;
  /** How deep its parts are nested: at least as deep as the interpreter's calls for what it does not repeat. */
  readonly depth: number;
  /** Whether it makes an array or object of several parts, which the interpreter evaluates side by side. */
  readonly wide: boolean;
}

/** Finds what a parsed expression reads, however deep. */
export function readsOf(syntaxTree: unknown): Reads {
  const { nodes, depth } = nodesOf(syntaxTree);
  // An expression may have a variable of that name of its own.
  const own = nodes.some(({ type, lhs }) => type === 'bind' && isVariable(lhs, 'states'));
  return {
    members: own ? [] : [...new Set(nodes.flatMap(memberOf))],
    root: nodes.some((node) => isVariable(node, '$')),
    depth,
    wide: nodes.some(isWide),
  };
}

/** All nodes of a tree, which may be too deep for functions that call themselves. */
function nodesOf(syntaxTree: unknown): { nodes: Node[]; depth: number } {
  const nodes: Node[] = [];
  const left: [part: unknown, depth: number][] = [[syntaxTree, 1]];
  let deepest = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const [part, depth] = next;
    if (typeof part !== 'object' || part === null) continue;
    const node = isNode(part);
    if (node) nodes.push(part);
    if (node) deepest = Math.max(deepest, depth);
    for (const inner of Object.values(part)) left.push([inner, node ? depth + 1 : depth]);
  }
  return { nodes, depth: deepest };
}

function memberOf({ type, steps }: Node): string[] {
  if (type !== 'path' || !Array.isArray(steps)) return [];
  const [first, second]: unknown[] = steps;
  const name = isVariable(first, 'states') && isNode(second) && second.type === 'name' && second.value;
  return typeof name === 'string' ? [name] : [];
}

/** An object has its pairs on the left; where it groups the items of a list it has no type. */
function isWide({ type, value, expressions, lhs }: Node): boolean {
  if (type === 'unary' && value === '[') return Array.isArray(expressions) && expressions.length > 1;
  return Array.isArray(lhs) && (lhs.length > 1 || type === undefined);
}

const isVariable = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === 'variable' && node.value === name;
