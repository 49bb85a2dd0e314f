import { variable } from '../../domain/environment.ts';
import { openLinks } from '../adapters/links.ts';
import type { Links } from '../adapters/links.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { openWorkflows } from '../adapters/workflows.ts';
import type { Workflows } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';

/** What the routes behind a signed link work with, of candidates and of interviewers. */
export interface Services {
  readonly table: Table;
  readonly links: Links;
  readonly workflows: Workflows;
}

export function openServices(): Services {
  const environment = readEnvironment(variable.table, variable.linkKey);
  return {
    table: openTable(environment[variable.table]),
    links: openLinks(environment[variable.linkKey]),
    workflows: openWorkflows(),
  };
}
