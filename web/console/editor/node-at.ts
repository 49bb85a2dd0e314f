import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

type Path = readonly (string | number)[];

/**
 * The node at a path of a text that may be half written. The library's own search fails on a name without a value,
 * which every name is for as long as one types.
 */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const part of path) {
    const children: readonly Node[] = node?.children ?? [];
    if (typeof part === 'number') node = node?.type === 'array' ? children[part] : undefined;
    else node = children.find((one) => one.children?.[0]?.value === part)?.children?.[1];
  }
  return node;
}

/** From where to where the value at a path goes, its name included; undefined when it is not there. */
export function rangeOf(text: string, path: Path): { from: number; to: number } | undefined {
  const node = nodeAt(parseTree(text), path);
  if (!node) return undefined;
  const whole = node.parent?.type === 'property' ? node.parent : node;
  return { from: whole.offset, to: whole.offset + whole.length };
}
