import { variable } from '../../../domain/environment.ts';
import type { Files } from '../../adapters/files.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { readEnvironment } from '../../runtime/environment.ts';
import { once } from '../../runtime/once.ts';

/** What the routes to résumés work with. */
export interface Services {
  readonly table: Table;
  /** The client of S3 is a file of its own beside the bundle: whoever sent no résumé makes nobody wait for it. */
  readonly files: () => Promise<Files>;
}

export function openServices(): Services {
  const environment = readEnvironment(variable.table, variable.resumeBucket);
  return {
    table: openTable(environment[variable.table]),
    files: once(async () => {
      const { openFiles } = await import('../../adapters/files.ts');
      return openFiles(environment[variable.resumeBucket]);
    }),
  };
}
