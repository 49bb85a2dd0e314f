import { variable } from '../../../domain/environment.ts';
import { openTable } from '../../adapters/store/table.ts';
import type { Table } from '../../adapters/store/table.ts';
import { openWorkflows } from '../../adapters/workflows.ts';
import type { Workflows } from '../../adapters/workflows.ts';
import type { Proving } from '../../publishing/proof.ts';
import { readEnvironment } from '../../runtime/environment.ts';

/** What the admins' routes work with. */
export interface Services {
  readonly table: Table;
  readonly workflows: Workflows;
  readonly proving: Proving;
}

export function openServices(): Services {
  const environment = readEnvironment(variable.table, variable.proofMachine, variable.prover);
  return {
    table: openTable(environment[variable.table]),
    workflows: openWorkflows(),
    proving: {
      machineArn: environment[variable.proofMachine],
      prover: environment[variable.prover],
    },
  };
}
