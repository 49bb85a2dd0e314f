import type { DatabaseSync } from 'node:sqlite';

import type { HistoryEvent } from '../../simulator/asl/history.ts';
import { type JsonObject, isJsonObject, parseJson } from '../../simulator/asl/json.ts';
import type { Random } from '../../simulator/asl/random.ts';
import type { BusEvent } from '../bus-event.ts';
import type {
  AwsRequest,
  AwsResponse,
  AwsService,
  Clock,
  DueSource,
  Permission,
  Settles,
} from '../service.ts';
import type { Place } from './arns.ts';
import { Definitions } from './definitions.ts';
import { describe } from './description.ts';
import { ServiceError } from './errors.ts';
import { Executions } from './executions.ts';
import { Executor } from './executor.ts';
import { Fields } from './fields.ts';
import { HostError, type StatesHost } from './host.ts';
import { Machines } from './machines.ts';
import { find, startChild } from './operations/execution.ts';
import type { Parts } from './operations/operation.ts';
import { OPERATIONS } from './operations/table.ts';
import { permissionsOf } from './permissions.ts';
import { type Registered, type Registration, register } from './register.ts';
import { createTables } from './schema.ts';

export interface StatesServiceOptions {
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly random: Random;
  readonly host: StatesHost;
  /** Puts an event on EventBridge's default bus. */
  readonly publish: (event: BusEvent) => void;
  readonly region: string;
  readonly account: string;
}

const TARGET = /^AWSStepFunctions\.(\w+)$/;

/** AWS Step Functions for one account and region: state in SQLite, time from the clock, no timers of its own. */
export class StatesService implements AwsService, DueSource, Settles {
  readonly signingName = 'states';
  readonly #parts: Parts;

  /** Opens the service on its tables; call `recover` once the host can be called. */
  constructor({ db, clock, random, host, publish, region, account }: StatesServiceOptions) {
    createTables(db);
    const place: Place = { region, account };
    const definitions = new Definitions(db);
    const machines = new Machines(db, definitions);
    const executions = new Executions(db);
    const executor: Executor = new Executor({
      clock,
      random,
      host,
      place,
      definitions,
      executions,
      publish,
      startChild: (call, by) => asHostError(() => startChild(this.#parts, call, by)),
    });
    this.#parts = { db, clock, random, place, machines, executions, executor };
  }

  /** Takes up what was under way when the process ended: steps, calls that had not come back, children. */
  recover(): void {
    this.#parts.executor.recover();
  }

  /** Makes a machine as the assembly has it; see `register`. */
  registerStateMachine(registration: Registration): Registered {
    return register(this.#parts, registration);
  }

  permissions(request: AwsRequest): readonly Permission[] {
    const asked = tryRead(request);
    // A request that cannot be read does nothing: `handle` says what is wrong with it.
    if (!asked) return [];
    return permissionsOf(asked.operation, asked.input, this.#parts.place);
  }

  async handle(request: AwsRequest): Promise<AwsResponse> {
    try {
      const { operation, input } = read(request);
      const perform = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
      if (!perform) throw new ServiceError('UnknownOperationException', `${operation} is not supported here`);
      return reply(200, await perform(this.#parts, new Fields(input)));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return reply(400, { __type: error.code, message: error.message });
    }
  }

  nextDue(): number | undefined {
    return this.#parts.executions.nextTimer()?.at;
  }

  /** Fires timers in order, each with all the work it causes before the next. */
  async runDue(now: number): Promise<number> {
    return this.#fire(now, () => this.settled());
  }

  /** Like `runDue`, but does not wait for the functions and services that tasks call. */
  async startDue(now: number): Promise<number> {
    return this.#fire(now, () => this.#parts.executor.stepped());
  }

  async #fire(now: number, after: () => Promise<void>): Promise<number> {
    const { executions, executor } = this.#parts;
    let fired = 0;
    for (let timer = executions.nextTimer(); timer && timer.at <= now; timer = executions.nextTimer()) {
      const { execution, key } = timer;
      await executor.act(execution, (engine) => engine.fire(key));
      await after();
      fired++;
    }
    return fired;
  }

  async settled(): Promise<void> {
    await this.#parts.executor.settled();
  }

  /** All executions, newest first, as DescribeExecution shows them. */
  listAllExecutions(): JsonObject[] {
    return this.#parts.executions.all().map((row) => describe(row, this.#parts.clock.now()));
  }

  /** The whole history of an execution; throws ServiceError for an ARN that is none. */
  history(executionArn: string): HistoryEvent[] {
    return this.#parts.executions.events(find(this.#parts, executionArn).id, Number.MAX_SAFE_INTEGER, 0);
  }
}

function tryRead(request: AwsRequest): ReturnType<typeof read> | undefined {
  try {
    return read(request);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function read(request: AwsRequest): { operation: string; input: JsonObject } {
  const operation = TARGET.exec(request.headers['x-amz-target'] ?? '')?.[1];
  if (operation === undefined) {
    throw new ServiceError(
      'UnknownOperationException',
      'The request has no target AWSStepFunctions.<Operation>',
    );
  }
  const text = request.body.toString();
  const input = text === '' ? {} : parseBody(text);
  return { operation, input };
}

function parseBody(text: string): JsonObject {
  try {
    const body = parseJson(text);
    if (isJsonObject(body)) return body;
  } catch {
    throw new ServiceError('SerializationException', 'The request is no JSON');
  }
  throw new ServiceError('SerializationException', 'The request is no JSON object');
}

function reply(status: number, body: JsonObject): AwsResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

/** What the API refuses to a task is an error of the service that the task called. */
function asHostError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ServiceError) throw new HostError(error.code, error.message);
    throw error;
  }
}
