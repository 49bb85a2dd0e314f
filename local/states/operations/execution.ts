import { describeJsonText } from '../../../simulator/asl/definition/json-error.ts';
import type { Call } from '../../../simulator/asl/integrations/call.ts';
import { type Json, exceedsBytes, parseGiven } from '../../../simulator/asl/json.ts';
import { MAX_PAYLOAD_BYTES } from '../../../simulator/asl/limits.ts';
import { randomUuid } from '../../../simulator/asl/random.ts';
import { executionArn, qualifier, readArn, unqualified } from '../arns.ts';
import { defined, describe, endingOf, redriveStatus } from '../description.ts';
import { ServiceError, executionDoesNotExist, machineDoesNotExist } from '../errors.ts';
import type { StartedBy } from '../executions.ts';
import { Fields } from '../fields.ts';
import { checkName } from '../names.ts';
import { readPage } from '../paging.ts';
import { type Startable, resolve } from '../resolve.ts';
import type { ExecutionRow } from '../rows.ts';
import { stateOf } from '../saved-state.ts';
import { atomically } from '../schema.ts';
import type { Operation, Parts } from './operation.ts';
import { settingsOf } from './settings.ts';

const ARN = { min: 1, max: 256 };
const NAME = { min: 1, max: 80 };
/** Longest `nextToken` of ListExecutions: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html */
const MAX_TOKEN = 3096;
const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'];

/** StartExecution: the same name and input while it runs give the same execution. */
export const startExecution: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  const name = fields.optional('name', NAME);
  const input = fields.optional('input', { max: MAX_PAYLOAD_BYTES }) ?? '{}';
  fields.done();
  if (name !== undefined) checkName(name);
  const from = resolve(parts.machines, arn, parts.random);
  const row = startOn(parts, from, name ?? randomUuid(parts.random), input);
  return { executionArn: row.arn, startDate: row.started_at / 1000 };
};

/** Starts the execution that a task asks for. */
export function startChild(
  parts: Parts,
  { stateMachineArn, name, input }: Extract<Call, { kind: 'startExecution' }>,
  startedBy: StartedBy,
): ExecutionRow {
  const fields = new Fields({ name });
  fields.required('name', NAME);
  fields.done();
  checkName(name);
  return startOn(parts, resolve(parts.machines, stateMachineArn, parts.random), name, input, startedBy);
}

/** Starts an execution, or gives the one that has this name; throws ExecutionAlreadyExists for a different one. */
function startOn(
  parts: Parts,
  from: Startable,
  name: string,
  inputText: string,
  startedBy?: StartedBy,
): ExecutionRow {
  const input = readInput(inputText);
  const arn = executionArn(from.machineArn, name);
  const existing = parts.executions.byArn(arn);
  if (existing) {
    const again =
      existing.input === inputText && (existing.status === 'RUNNING' || isOf(existing, startedBy));
    if (again) return existing;
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  const id = atomically(parts.db, () => {
    const added = parts.executions.add({
      arn,
      machineArn: from.machineArn,
      versionArn: from.versionArn,
      aliasArn: from.aliasArn,
      name,
      definition: from.definition,
      revisionId: from.revisionId,
      input: inputText,
      startedAt: parts.clock.now(),
      startedBy,
    });
    parts.executor.begin(added, arn, name, from, input);
    return added;
  });
  parts.executor.proceed(id);
  const row = parts.executions.byId(id);
  if (!row) throw new Error(`Execution ${id} was not stored`);
  return row;
}

/** Whether this is the call of a task, repeated after a crash, that had started the execution before. */
function isOf(row: ExecutionRow, startedBy: StartedBy | undefined): boolean {
  return startedBy !== undefined && row.started_by === startedBy.call;
}

function readInput(text: string): Json {
  let input: Json;
  try {
    input = parseGiven(text);
  } catch {
    const said = text.trim() === '' ? 'Invalid execution input.' : describeJsonText(text);
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${said}'`);
  }
  if (exceedsBytes(input, MAX_PAYLOAD_BYTES)) {
    throw new ServiceError(
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Input is too long'",
    );
  }
  return input;
}

/** StopExecution: an execution that is over stays as it is. */
export const stopExecution: Operation = async (parts, fields) => {
  const row = find(parts, fields.required('executionArn', ARN));
  const error = fields.optional('error', { max: 256 });
  const cause = fields.optional('cause', { max: 32_768 });
  fields.done();
  await parts.executor.act(row.id, (engine) => engine.stop(error, cause));
  const stopped = parts.executions.byId(row.id);
  return { stopDate: (stopped?.stopped_at ?? parts.clock.now()) / 1000 };
};

export const describeExecution: Operation = (parts, fields) => {
  const arn = fields.required('executionArn', ARN);
  fields.done();
  return describe(find(parts, arn), parts.clock.now());
};

/** DescribeStateMachineForExecution: the definition and role the execution was started with. */
export const describeStateMachineForExecution: Operation = (parts, fields) => {
  const arn = fields.required('executionArn', ARN);
  fields.done();
  const row = find(parts, arn);
  const machine = parts.machines.find(row.machine_arn);
  return defined({
    stateMachineArn: row.machine_arn,
    name: row.machine_arn.split(':')[6],
    definition: parts.machines.definitions.text(row.definition),
    roleArn: stateOf(row).roleArn,
    updateDate: (machine?.updated_at ?? row.started_at) / 1000,
    ...(machine ? settingsOf(machine.settings) : {}),
    revisionId: row.revision_id ?? undefined,
  });
};

/** ListExecutions: newest first; of a machine, a version or an alias. */
export const listExecutions: Operation = (parts, fields) => {
  const arn = fields.required('stateMachineArn', ARN);
  const status = fields.optional('statusFilter', { oneOf: STATUSES });
  const redriven = fields.optional('redriveFilter', { oneOf: ['REDRIVEN', 'NOT_REDRIVEN'] });
  const page = readPage(fields, 'executions', MAX_TOKEN);
  readArn(arn, ['stateMachine']);
  const machine = parts.machines.find(unqualified(arn));
  if (!machine) throw machineDoesNotExist(arn);
  const filter = { since: machine.created_at, status, redriven };
  const of =
    qualifier(arn) === undefined
      ? 'machine_arn'
      : /^\d+$/.test(qualifier(arn) ?? '')
        ? 'version_arn'
        : 'alias_arn';
  const rows = parts.executions.list(of, arn, filter, page.size + 1, page.offset);
  return {
    executions: rows.slice(0, page.size).map((row) => {
      const { redriveCount, redrivenAt } = endingOf(row);
      return defined({
        executionArn: row.arn,
        stateMachineArn: row.machine_arn,
        stateMachineVersionArn: row.version_arn ?? undefined,
        stateMachineAliasArn: row.alias_arn ?? undefined,
        name: row.name,
        status: row.status,
        startDate: row.started_at / 1000,
        stopDate: row.stopped_at === null ? undefined : row.stopped_at / 1000,
        redriveCount,
        redriveDate: redrivenAt === undefined ? undefined : redrivenAt / 1000,
      });
    }),
    ...page.next(rows.length > page.size),
  };
};

/** RedriveExecution: a token that was used in the last 15 minutes gives what it gave then. */
export const redriveExecution: Operation = async (parts, fields) => {
  const row = find(parts, fields.required('executionArn', ARN));
  const token = fields.optional('clientToken', { min: 1, max: 64 });
  fields.done();
  const now = parts.clock.now();
  const before = token === undefined ? undefined : parts.executions.redrivenBy(row.id, token, now - TOKEN_MS);
  if (before !== undefined) return { redriveDate: before / 1000 };
  const { redriveStatusReason: why } = redriveStatus(row, now);
  if (why !== undefined) throw new ServiceError('ExecutionNotRedrivable', why);
  await parts.executor.act(row.id, (engine) => engine.redrive());
  if (token !== undefined) parts.executions.noteRedrive(row.id, token, now);
  return { redriveDate: now / 1000 };
};

/** How long a token holds: https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html */
const TOKEN_MS = 15 * 60_000;

/** The execution with this ARN; throws InvalidArn or ExecutionDoesNotExist. */
export function find(parts: Pick<Parts, 'executions'>, arn: string): ExecutionRow {
  readArn(arn, ['execution']);
  const row = parts.executions.byArn(arn);
  if (!row) throw executionDoesNotExist(arn);
  return row;
}
