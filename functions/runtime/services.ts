import { variable } from '../../domain/environment.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { readEnvironment } from './environment.ts';

/** What a step works with when the table is all it needs. */
export interface TableServices {
  readonly table: Table;
}

export function tableServices(): TableServices {
  return { table: openTable(readEnvironment(variable.table)[variable.table]) };
}
