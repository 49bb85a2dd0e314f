import { type Json, type JsonObject, isJsonObject, parseJson } from '../../simulator/asl/json.ts';
import { MAX_EVENTS, MAX_EXECUTION_SECONDS } from '../../simulator/asl/limits.ts';
import type { ExecutionRow } from './rows.ts';

/** What an execution's saved state says about its end. */
export interface Ending {
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly redriveCount: number;
  readonly redrivenAt: number | undefined;
  readonly lastEventId: number;
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
    lastEventId: numberOf(fields['lastEventId']) ?? 0,
  };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Milliseconds in which an execution can be redriven after its end: 14 days. */
const REDRIVABLE_MS = 14 * 86_400_000;

/**
 * Whether an execution can be redriven at an instant, and why not:
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
export function redriveStatus(
  row: ExecutionRow,
  now: number,
): { redriveStatus: string; redriveStatusReason?: string } {
  const why = whyNotRedrivable(row, now);
  return why === undefined
    ? { redriveStatus: 'REDRIVABLE' }
    : { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: why };
}

function whyNotRedrivable(row: ExecutionRow, now: number): string | undefined {
  const { status, started_at: startedAt, stopped_at: stoppedAt } = row;
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (endingOf(row).lastEventId >= MAX_EVENTS - 1) return 'Execution history event limit exceeded';
  if (now - startedAt > MAX_EXECUTION_SECONDS * 1000) return 'Execution has exceeded the max execution time';
  return now - (stoppedAt ?? now) > REDRIVABLE_MS ? 'Execution redrivable period exceeded' : undefined;
}

/** `DescribeExecution` at an instant in epoch milliseconds; the instants it gives are in epoch seconds. */
export function describe(row: ExecutionRow, now: number): JsonObject {
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
    ...redriveStatus(row, now),
  });
}

/** The description of a finished child as a `.sync` task has it: names in capitals and in order, instants in milliseconds. */
export function describeForParent(row: ExecutionRow): JsonObject {
  const { output, error, cause, redriveCount } = endingOf(row);
  const redrive = redriveStatus(row, row.stopped_at ?? row.started_at);
  return defined({
    Cause: cause,
    Error: error,
    ExecutionArn: row.arn,
    Input: row.input,
    InputDetails: { Included: true },
    Name: row.name,
    Output: output,
    OutputDetails: output === undefined ? undefined : { Included: true },
    RedriveCount: redriveCount,
    RedriveStatus: redrive.redriveStatus,
    RedriveStatusReason: redrive.redriveStatusReason,
    StartDate: row.started_at,
    StateMachineAliasArn: row.alias_arn ?? undefined,
    StateMachineArn: row.machine_arn,
    StateMachineVersionArn: row.version_arn ?? undefined,
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
