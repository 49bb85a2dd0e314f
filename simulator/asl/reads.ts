import { type Node, isNode } from './unqualified.ts';

/** What an expression reads that the service looks at when a machine is created. */
export interface Reads {
  /** Members of `$states` that it names. */
  readonly members: readonly string[];
  /** Whether it reads `$$`, of which there is none. */
  readonly root: boolean;
}

/** Finds what a parsed expression reads, however deep. */
export function readsOf(syntaxTree: unknown): Reads {
  const nodes = [...nodesOf(syntaxTree)];
  // An expression may have a variable of that name of its own.
  const own = nodes.some(({ type, lhs }) => type === 'bind' && isVariable(lhs, 'states'));
  return {
    members: own ? [] : [...new Set(nodes.flatMap(memberOf))],
    root: nodes.some((node) => isVariable(node, '$')),
  };
}

function* nodesOf(part: unknown): Generator<Node> {
  if (isNode(part)) yield part;
  if (typeof part !== 'object' || part === null) return;
  for (const inner of Object.values(part)) yield* nodesOf(inner);
}

function memberOf({ type, steps }: Node): string[] {
  if (type !== 'path' || !Array.isArray(steps)) return [];
  const [first, second]: unknown[] = steps;
  const name = isVariable(first, 'states') && isNode(second) && second.type === 'name' && second.value;
  return typeof name === 'string' ? [name] : [];
}

const isVariable = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === 'variable' && node.value === name;
