import { variable } from '../../../domain/environment.ts';
import type { Files } from '../../adapters/files.ts';
import { openLinks } from '../../adapters/links.ts';
import type { Links } from '../../adapters/links.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { readEnvironment } from '../../runtime/environment.ts';
import { once } from '../../runtime/once.ts';

/** What the intake works with. */
export interface Services {
  readonly table: Table;
  readonly links: Links;
  /** The client of S3 is a file of its own beside the bundle: only who opens an upload waits for it. */
  readonly files: () => Promise<Files>;
  readonly siteUrl: string;
}

export function openServices(): Services {
  const environment = readEnvironment(
    variable.table,
    variable.linkKey,
    variable.resumeBucket,
    variable.siteUrl,
  );
  return {
    table: openTable(environment[variable.table]),
    links: openLinks(environment[variable.linkKey]),
    files: once(async () => {
      const { openFiles } = await import('../../adapters/files.ts');
      return openFiles(environment[variable.resumeBucket]);
    }),
    siteUrl: environment[variable.siteUrl],
  };
}
