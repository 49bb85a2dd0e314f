import { Engine } from '../../simulator/asl/engine.ts';
import type { Execution } from '../../simulator/asl/execution.ts';
import type { HistoryEvent } from '../../simulator/asl/history.ts';
import type { Call, CallReply } from '../../simulator/asl/integrations/call.ts';
import type { Json } from '../../simulator/asl/json.ts';
import type { Random } from '../../simulator/asl/random.ts';
import type { Environment, TaskRequest } from '../../simulator/asl/run.ts';
import type { BusEvent } from '../bus-event.ts';
import type { Clock } from '../service.ts';
import { type Place, unqualified } from './arns.ts';
import { type OutgoingCall, carryOut, denied, refusal } from './calls.ts';
import type { Definitions } from './definitions.ts';
import { describeForParent } from './description.ts';
import type { Executions, StartedBy } from './executions.ts';
import type { StatesHost } from './host.ts';
import { Quiet } from './quiet.ts';
import type { Startable } from './resolve.ts';
import type { ExecutionRow } from './rows.ts';
import { stateOf } from './saved-state.ts';
import { statusChange } from './status-change.ts';

export interface ExecutorParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly host: StatesHost;
  readonly place: Place;
  readonly definitions: Definitions;
  readonly executions: Executions;
  /** Puts an event on the default bus. */
  readonly publish: (event: BusEvent) => void;
  /** Starts an execution for a task; a repeated call gives the execution it started before. */
  readonly startChild: (call: Extract<Call, { kind: 'startExecution' }>, by: StartedBy) => ExecutionRow;
}

/**
 * Runs executions: one thing at a time for each, saved as one transaction before anything leaves for another
 * service. What was under way when the process died is done again by `recover`.
 */
export class Executor {
  readonly #parts: ExecutorParts;
  readonly #turns = new Map<number, Promise<unknown>>();
  readonly #steps = new Quiet();
  readonly #calls = new Quiet();

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
  }

  /** Starts an execution whose row has just been added, in the same transaction; it runs on a later microtask. */
  begin(id: number, arn: string, name: string, from: Startable, input: Json): void {
    const log = new Outbox(this.#parts);
    const machine = this.#parts.definitions.machine(from.definition);
    const engine = Engine.start(
      machine,
      {
        arn,
        name,
        machineArn: from.machineArn,
        machineName: from.machineName,
        roleArn: from.roleArn,
        input,
        ...(from.versionArn === undefined ? {} : { versionArn: from.versionArn }),
        ...(from.aliasArn === undefined ? {} : { aliasArn: from.aliasArn }),
      },
      log.environment,
    );
    this.#parts.executions.save(id, engine.execution, log.events, engine.timers(), true);
  }

  /** Lets an execution go on after it was begun. */
  proceed(id: number): void {
    void this.act(id, () => undefined);
  }

  /** Changes an execution when its turn comes, runs it as far as it gets, saves it and sends its calls. */
  act<T>(id: number, change: (engine: Engine) => T): Promise<T> {
    const before = this.#turns.get(id) ?? Promise.resolve();
    const turn = before.then(() => this.#perform(id, change));
    const over: Promise<void> = turn.then(forget, forget).finally(() => {
      if (this.#turns.get(id) === over) this.#turns.delete(id);
    });
    this.#turns.set(id, over);
    return this.#steps.during(turn);
  }

  async #perform<T>(id: number, change: (engine: Engine) => T): Promise<T> {
    const { executions, definitions } = this.#parts;
    const row = executions.byId(id);
    if (!row) throw new Error(`There is no execution ${id}`);
    const outbox = new Outbox(this.#parts);
    const state = stateOf(row);
    const engine = new Engine(definitions.machine(row.definition), state, outbox.environment);
    const result = change(engine);
    await engine.run();
    executions.save(id, engine.execution, outbox.events, engine.timers(), engine.busy);
    for (const request of outbox.requests) this.#send(id, request);
    for (const child of outbox.abandoned) this.#abandon(state, child);
    if (row.status === 'RUNNING' && engine.execution.status !== 'RUNNING') {
      this.#parts.publish(statusChange(this.#parts.place, row, engine.execution));
      if (row.parent !== null) this.#tellParent(row.parent, id);
    }
    return result;
  }

  #send(id: number, request: TaskRequest): void {
    void this.#calls.during(this.#call(id, request));
  }

  async #call(id: number, { taskId, roleArn, call }: TaskRequest): Promise<void> {
    if (call.kind !== 'startExecution') {
      const reply = await carryOut(this.#parts.host, this.#parts.place, roleArn, call satisfies OutgoingCall);
      await this.act(id, (engine) => engine.returned(taskId, reply));
      return;
    }
    const { reply, child } = await this.#start(id, taskId, roleArn, call);
    await this.act(id, (engine) => engine.returned(taskId, reply));
    // A child that was faster than the news of its start.
    if (child !== undefined && this.#parts.executions.byId(child)?.status !== 'RUNNING')
      this.#tellParent(id, child);
  }

  async #start(
    parent: number,
    taskId: number,
    roleArn: string,
    call: Extract<Call, { kind: 'startExecution' }>,
  ): Promise<{ reply: CallReply; child?: number }> {
    const { host, startChild } = this.#parts;
    const of = (arn: string): string => `${unqualified(arn).replace(':stateMachine:', ':execution:')}:*`;
    const needed: [string, string][] = [['states:StartExecution', unqualified(call.stateMachineArn)]];
    if (call.wait) needed.push(['states:DescribeExecution', of(call.stateMachineArn)]);
    try {
      for (const [action, resource] of needed) {
        if (!(await host.authorize(roleArn, action, resource)))
          return { reply: denied(roleArn, action, resource) };
      }
      const by = { call: `${parent}/${taskId}`, parent: call.wait ? parent : undefined };
      const child = startChild(call, by);
      const value = { ExecutionArn: child.arn, StartDate: new Date(child.started_at).toISOString() };
      return { reply: { ok: true, value }, ...(call.wait ? { child: child.id } : {}) };
    } catch (error) {
      return { reply: refusal(error) };
    }
  }

  #tellParent(parent: number, child: number): void {
    const row = this.#parts.executions.byId(child);
    if (row) void this.act(parent, (engine) => engine.childEnded(row.arn, describeForParent(row)));
  }

  #abandon(parent: Execution, childArn: string): void {
    void this.#calls.during(this.#stopChild(parent, childArn));
  }

  /** Best effort, as on the service: a role that may not stop executions leaves the child running. */
  async #stopChild({ arn, roleArn }: Execution, childArn: string): Promise<void> {
    const child = this.#parts.executions.byArn(childArn);
    if (!child || !(await this.#parts.host.authorize(roleArn, 'states:StopExecution', childArn))) return;
    const cause = `The Task state in AWS Step Functions execution [${arn}] which was managing this resource was aborted`;
    await this.act(child.id, (engine) => engine.stop(undefined, cause));
  }

  /** Takes up everything that was under way when the service was last open. */
  recover(): void {
    const { executions } = this.#parts;
    for (const id of executions.busy()) void this.act(id, (engine) => engine.repeatRequests());
    for (const { parent, child } of executions.endedChildren()) this.#tellParent(parent, child);
    for (const { child, parent } of executions.runningChildren()) this.#stopOrphan(parent, child);
  }

  #stopOrphan(parentId: number, childId: number): void {
    const parent = this.#parts.executions.byId(parentId);
    const child = this.#parts.executions.byId(childId);
    if (!parent || !child || parent.busy === 1 || parent.state.includes(child.arn)) return;
    this.#abandon(stateOf(parent), child.arn);
  }

  /** Resolves when no execution is being worked on; calls to other services may be under way. */
  stepped(): Promise<void> {
    return this.#steps.settled();
  }

  /** Resolves when no execution is being worked on and no call is under way. */
  async settled(): Promise<void> {
    while (this.#steps.busy || this.#calls.busy) {
      await this.#steps.settled();
      await this.#calls.settled();
    }
  }
}

/** What a turn gave or threw concerns its caller, not the next turn. */
function forget(): void {}

/** Collects what an engine hands out during a step. */
class Outbox {
  readonly events: HistoryEvent[] = [];
  readonly requests: TaskRequest[] = [];
  readonly abandoned: string[] = [];
  readonly environment: Environment;

  constructor({ clock, random }: Pick<ExecutorParts, 'clock' | 'random'>) {
    this.environment = {
      now: () => clock.now(),
      random,
      emit: (event) => this.events.push(event),
      request: (request) => this.requests.push(request),
      abandon: (childArn) => this.abandoned.push(childArn),
    };
  }
}
