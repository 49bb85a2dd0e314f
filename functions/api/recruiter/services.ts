import { variable } from '../../../domain/environment.ts';
import type { Files } from '../../adapters/files.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { openWorkflows } from '../../adapters/workflows.ts';
import type { Workflows } from '../../adapters/workflows.ts';
import { readEnvironment } from '../../runtime/environment.ts';
import { once } from '../../runtime/once.ts';

/** What the staff's routes work with. */
export interface Services {
  readonly table: Table;
  readonly workflows: Workflows;
  /** The client of S3 is a file of its own beside the bundle: only who asks for a résumé waits for it. */
  readonly files: () => Promise<Files>;
  /** Where the pages live: letters link to them. */
  readonly siteUrl: string;
}

export function openServices(): Services {
  const environment = readEnvironment(variable.table, variable.resumeBucket, variable.siteUrl);
  return {
    table: openTable(environment[variable.table]),
    workflows: openWorkflows(),
    files: once(async () => {
      const { openFiles } = await import('../../adapters/files.ts');
      return openFiles(environment[variable.resumeBucket]);
    }),
    siteUrl: environment[variable.siteUrl],
  };
}
