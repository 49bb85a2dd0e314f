import type { Execution } from '../../simulator/asl/execution.ts';
import { type Json, type JsonObject, isJsonObject, parseJson } from '../../simulator/asl/json.ts';
import type { ExecutionRow } from './rows.ts';

/** What an execution's saved state says about its end. */
export interface Ending {
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly redriveCount: number;
  readonly redrivenAt: number | undefined;
}

export function endingOf(row: ExecutionRow): Ending {
  const state = parseJson(row.state);
  const fields: JsonObject = isJsonObject(state) ? state : {};
  return {
    output: fields['output'] === undefined ? undefined : JSON.stringify(fields['output']),
    error: textOf(fields['error']),
    cause: textOf(fields['cause']),
    redriveCount: numberOf(fields['redriveCount']) ?? 0,
    redrivenAt: numberOf(fields['redrivenAt']),
  };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Whether an execution can be redriven, and why not. */
export function redriveStatus(status: Execution['status']): {
  redriveStatus: string;
  redriveStatusReason?: string;
} {
  if (status !== 'RUNNING' && status !== 'SUCCEEDED') return { redriveStatus: 'REDRIVABLE' };
  return {
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: `Execution is ${status} and cannot be redriven`,
  };
}

/** `DescribeExecution`; instants in epoch seconds. */
export function describe(row: ExecutionRow): JsonObject {
  const { output, error, cause, redriveCount, redrivenAt } = endingOf(row);
  return defined({
    executionArn: row.arn,
    stateMachineArn: row.machine_arn,
    stateMachineVersionArn: row.version_arn ?? undefined,
    stateMachineAliasArn: row.alias_arn ?? undefined,
    name: row.name,
    status: row.status,
    startDate: row.started_at / 1000,
    stopDate: row.stopped_at === null ? undefined : row.stopped_at / 1000,
    input: row.input,
    inputDetails: { included: true },
    output,
    outputDetails: output === undefined ? undefined : { included: true },
    error,
    cause,
    redriveCount,
    redriveDate: redrivenAt === undefined ? undefined : redrivenAt / 1000,
    ...redriveStatus(row.status),
  });
}

/** The description of a finished child as a `.sync` task has it: names in capitals, instants in milliseconds. */
export function describeForParent(row: ExecutionRow): JsonObject {
  const { output, error, cause, redriveCount } = endingOf(row);
  const redrive = redriveStatus(row.status);
  return defined({
    ExecutionArn: row.arn,
    Input: row.input,
    InputDetails: { Included: true },
    Name: row.name,
    Output: output,
    OutputDetails: output === undefined ? undefined : { Included: true },
    Error: error,
    Cause: cause,
    RedriveCount: redriveCount,
    RedriveStatus: redrive.redriveStatus,
    RedriveStatusReason: redrive.redriveStatusReason,
    StartDate: row.started_at,
    StateMachineArn: row.machine_arn,
    StateMachineVersionArn: row.version_arn ?? undefined,
    StateMachineAliasArn: row.alias_arn ?? undefined,
    Status: row.status,
    StopDate: row.stopped_at ?? undefined,
  });
}

/** The object without its undefined fields. */
export function defined(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept[name] = value;
  return kept;
}
