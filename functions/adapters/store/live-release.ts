import type { LiveRelease } from '../../../domain/publishing/release.ts';
import { versionedPut } from './items.ts';
import { keys, published } from './keys.ts';
import type { Table, Write } from './table.ts';

/** The write that says what is live; refused when another writer was faster. */
export function liveWrite(table: Table, next: LiveRelease): Write {
  return versionedPut(table, keys.live(published.workflows), next);
}
