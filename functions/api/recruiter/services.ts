import { variable } from '../../../domain/environment.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { openWorkflows } from '../../adapters/workflows.ts';
import type { Workflows } from '../../adapters/workflows.ts';
import { readEnvironment } from '../../runtime/environment.ts';

/** What the staff's routes work with. */
export interface Services {
  readonly table: Table;
  readonly workflows: Workflows;
  /** Where the pages live: letters link to them. */
  readonly siteUrl: string;
}

export function openServices(): Services {
  const environment = readEnvironment(variable.table, variable.siteUrl);
  return {
    table: openTable(environment[variable.table]),
    workflows: openWorkflows(),
    siteUrl: environment[variable.siteUrl],
  };
}
