import { Engine } from '../../simulator/asl/engine.ts';
import type { CallReply } from '../../simulator/asl/integrations/call.ts';
import { parseJson } from '../../simulator/asl/json.ts';
import type { Json } from '../../simulator/asl/json.ts';
import type { Random } from '../../simulator/asl/random.ts';
import { seededRandom } from '../../simulator/asl/random.ts';
import type { Environment, TaskRequest } from '../../simulator/asl/run.ts';
import { readToken } from '../../simulator/asl/token.ts';
import { Coverage } from './coverage.ts';
import { executionArn, machineNamed, machineOf } from './machines.ts';
import type { MachineName } from './machines.ts';

/** Where in which machine a call comes from. */
export interface Origin {
  readonly machine: MachineName;
  readonly state: string;
}

/** How a called service behaves: it answers, or it is never heard of again. */
export type Answered = CallReply | 'silence';

/** The services that machines call. */
export interface Services {
  /** Invokes a function with a payload as JSON text. */
  readonly invoke: (origin: Origin, functionArn: string, payload: string) => Answered;
  readonly putEvents: (origin: Origin, entries: readonly Json[]) => Answered;
  /** What a child gives instead of being run, that it never ends, or how its start is refused; undefined lets it run. */
  readonly child: (
    origin: Origin,
    machine: MachineName,
  ) => { readonly output: Json } | { readonly refused: CallReply } | 'silence' | undefined;
}

interface Running {
  readonly arn: string;
  readonly name: string;
  readonly machine: MachineName;
  readonly engine: Engine;
  readonly parent: string | undefined;
}

/** Runs executions of the shipped machines on a clock that only the test moves. */
export class World {
  now: number;
  readonly #services: Services;
  readonly #random: Random;
  readonly #executions = new Map<string, Running>();
  /** What is on its way: calls, replies, answers, ends of children. In order, one at a time. */
  readonly #underWay: (() => void)[] = [];
  #interruption: { inSteps: number; act: () => void } | undefined;

  constructor(now: number, services: Services, random: Random = seededRandom(1)) {
    this.now = now;
    this.#services = services;
    this.#random = random;
  }

  /** Starts an execution; gives its ARN. A name is taken once, and has no more than 80 characters. */
  start(machine: MachineName, name: string, input: Json, parent?: string): string {
    const arn = executionArn(machine, name);
    if (!/^[\w.-]{1,80}$/.test(name)) throw new Error(`${name} is no name for an execution`);
    if (this.#executions.has(arn)) throw new Error(`ExecutionAlreadyExists: ${arn}`);
    const coverage = new Coverage(machine);
    const environment: Environment = {
      now: () => this.now,
      random: this.#random,
      emit: (event) => coverage.note(event),
      request: (request) => this.#underWay.push(() => this.#carryOut(arn, request)),
      abandon: (child) => this.#underWay.push(() => this.#executions.get(child)?.engine.stop()),
    };
    const roleArn = 'arn:aws:iam::123456789012:role/machine';
    const engine = Engine.start(
      machineNamed(machine),
      { arn, name, machineArn: machineArnOf(arn), machineName: machine, roleArn, input },
      environment,
    );
    this.#executions.set(arn, { arn, name, machine, engine, parent });
    return arn;
  }

  /** Does everything that can be done without time going by. */
  async settle(): Promise<void> {
    for (;;) {
      await this.#runEngines();
      this.#interrupt();
      const next = this.#underWay.shift();
      if (!next) return;
      next();
    }
  }

  async #runEngines(): Promise<void> {
    for (const running of this.#executions.values()) {
      await running.engine.run();
      if (running.parent === undefined || running.engine.execution.status === 'RUNNING') continue;
      this.#underWay.push(() => this.#tellParent(running));
      this.#executions.set(running.arn, { ...running, parent: undefined });
    }
  }

  /**
   * Moves the clock to an instant where somebody acts in the middle of what is due then, after so many things
   * have happened: at the latest after all of them.
   */
  async advanceInterrupted(instant: number, inSteps: number, act: () => void): Promise<void> {
    await this.advanceTo(instant, false);
    this.#interruption = { inSteps, act };
    await this.#fireUntil(instant, true);
    await this.settle();
  }

  #interrupt(): void {
    const interruption = this.#interruption;
    if (!interruption) return;
    if (interruption.inSteps > 0 && this.#underWay.length > 0) {
      interruption.inSteps -= 1;
      return;
    }
    this.#interruption = undefined;
    interruption.act();
  }

  /** The next instant at which something happens by itself, or undefined when all is over. */
  nextTimer(): number | undefined {
    return this.#timers()[0]?.at;
  }

  #timers(): { running: Running; key: string; at: number }[] {
    return [...this.#executions.values()]
      .flatMap((running) => running.engine.timers().map(({ key, at }) => ({ running, key, at })))
      .toSorted((one, other) => one.at - other.at);
  }

  /** Moves the clock to an instant; what is due before then happens, and what is due then if `inclusive`. */
  async advanceTo(instant: number, inclusive = true): Promise<void> {
    await this.settle();
    await this.#fireUntil(instant, inclusive);
    this.now = Math.max(this.now, instant);
  }

  async #fireUntil(instant: number, inclusive: boolean): Promise<void> {
    for (;;) {
      const [next] = this.#timers();
      if (!next || next.at > instant || (next.at === instant && !inclusive)) return;
      this.now = Math.max(this.now, next.at);
      next.running.engine.fire(next.key);
      await this.settle();
    }
  }

  /** Lets time go by until every execution has ended. */
  async advanceToEnd(): Promise<void> {
    await this.settle();
    for (let next = this.nextTimer(); next !== undefined; next = this.nextTimer()) await this.advanceTo(next);
  }

  /** Answers a task token as SendTaskSuccess does; over already is fine. */
  succeed(token: string, output: Json): void {
    this.#answer(token, { kind: 'success', output });
  }

  /** Answers a task token as SendTaskFailure does. */
  failTask(token: string, error: string): void {
    this.#answer(token, { kind: 'failure', error, cause: 'said so' });
  }

  #answer(token: string, answer: Parameters<Engine['answer']>[2]): void {
    const parts = readToken(token);
    if (!parts) throw new Error('no task token');
    const { taskId, nonce, executionArn } = parts;
    this.#underWay.push(() => void this.#executions.get(executionArn)?.engine.answer(taskId, nonce, answer));
  }

  execution(arn: string): Engine['execution'] {
    const found = this.#executions.get(arn);
    if (!found) throw new Error(`there is no execution ${arn}`);
    return found.engine.execution;
  }

  /** Every execution so far: machine, name and status. */
  executions(): { machine: MachineName; name: string; status: string }[] {
    return [...this.#executions.values()].map(({ machine, name, engine }) => ({
      machine,
      name,
      status: engine.execution.status,
    }));
  }

  #carryOut(arn: string, { taskId, state, call }: TaskRequest): void {
    const running = this.#executions.get(arn);
    if (!running || running.engine.execution.status !== 'RUNNING') return;
    const origin = { machine: running.machine, state };
    const reply = (answered: Answered): void => {
      if (answered !== 'silence') this.#underWay.push(() => running.engine.returned(taskId, answered));
    };
    switch (call.kind) {
      case 'invokeFunction':
        return reply(this.#services.invoke(origin, call.functionName, call.payload));
      case 'putEvents':
        return reply(this.#services.putEvents(origin, call.entries));
      case 'startExecution':
        return this.#startChild(running, origin, call, reply);
      case 'dynamodb':
      case 'sendMessage':
        throw new Error(`${state} of ${running.machine} calls ${call.kind}`);
    }
  }

  #startChild(
    running: Running,
    origin: Origin,
    call: { stateMachineArn: string; name: string; input: string },
    reply: (answered: Answered) => void,
  ): void {
    const machine = machineOf(call.stateMachineArn);
    const input = parseJson(call.input);
    const scripted = this.#services.child(origin, machine);
    if (typeof scripted === 'object' && 'refused' in scripted) return reply(scripted.refused);
    const child = scripted
      ? executionArn(machine, call.name)
      : this.start(machine, call.name, input, running.arn);
    reply({ ok: true, value: { ExecutionArn: child, StartDate: new Date(this.now).toISOString() } });
    if (!scripted || scripted === 'silence') return undefined;
    const description = { ExecutionArn: child, Name: call.name, Status: 'SUCCEEDED' };
    this.#underWay.push(() =>
      running.engine.childEnded(child, { ...description, Output: JSON.stringify(scripted.output) }),
    );
  }

  /** The end of a child is told once. */
  #tellParent({ arn, name, parent, engine }: Running): void {
    const { status, output, error, cause } = engine.execution;
    this.#executions.get(parent ?? '')?.engine.childEnded(arn, {
      ExecutionArn: arn,
      Name: name,
      Status: status,
      ...(output !== undefined && { Output: JSON.stringify(output) }),
      ...(error !== undefined && { Error: error }),
      ...(cause !== undefined && { Cause: cause }),
    });
  }
}

const machineArnOf = (execution: string): string =>
  execution.replace(':execution:', ':stateMachine:').replace(/:[^:]*$/, '');
