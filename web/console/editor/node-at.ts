import type { Node } from 'jsonc-parser';

/**
 * The node at a path of a text that may be half written. The library's own search fails on a name without a value,
 * which every name is for as long as one types.
 */
export function nodeAt(root: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  let node = root;
  for (const part of path) {
    const children: readonly Node[] = node?.children ?? [];
    if (typeof part === 'number') node = node?.type === 'array' ? children[part] : undefined;
    else node = children.find((one) => one.children?.[0]?.value === part)?.children?.[1];
  }
  return node;
}
