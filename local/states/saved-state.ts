import type { Execution } from '../../simulator/asl/execution.ts';
import { parseJson } from '../../simulator/asl/json.ts';
import type { ExecutionRow } from './rows.ts';

/** What an execution's row says already is not saved again: many executions wait, each written after every step. */
const inRow = {
  arn: undefined,
  name: undefined,
  machineArn: undefined,
  input: undefined,
  startedAt: undefined,
  status: undefined,
};

/** An execution as it is saved beside the rest of its row, as JSON. */
export function stateText(execution: Execution): string {
  return JSON.stringify({ ...execution, ...inRow });
}

/** The execution of a row, to go on with. */
export function stateOf(row: ExecutionRow): Execution {
  const state: Omit<Execution, keyof typeof inRow> = JSON.parse(row.state);
  const { arn, name, machine_arn: machineArn, started_at: startedAt, status } = row;
  return { arn, name, machineArn, input: parseJson(row.input), startedAt, status, ...state };
}
