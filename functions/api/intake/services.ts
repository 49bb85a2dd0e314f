import { variable } from '../../../domain/environment.ts';
import { openFiles } from '../../adapters/files.ts';
import type { Files } from '../../adapters/files.ts';
import { openLinks } from '../../adapters/links.ts';
import type { Links } from '../../adapters/links.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { readEnvironment } from '../../runtime/environment.ts';

/** What the intake works with. */
export interface Services {
  readonly table: Table;
  readonly links: Links;
  readonly files: Files;
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
    files: openFiles(environment[variable.resumeBucket]),
    siteUrl: environment[variable.siteUrl],
  };
}
