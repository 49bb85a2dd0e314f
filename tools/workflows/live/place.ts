import { paths } from './files.ts';
import type { Pair } from './live-texts.ts';

/** Where the file of something stands: the one that was `named` (absolute paths), else the repository's own. */
export function placeOf(pair: Pair, named: readonly string[], root: string): string {
  return named.find((file) => file.endsWith(`/${pair.title}`)) ?? ownPlace(pair, root);
}

function ownPlace(pair: Pair, root: string): string {
  if (pair.kind === 'workflow') return paths.workflow(root, pair.workflow);
  return pair.kind === 'settings' ? paths.settings(root) : paths.template(root, pair.locale, pair.message);
}
