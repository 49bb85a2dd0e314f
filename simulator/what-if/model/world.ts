import { viewOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { Soon } from '../../asl/at-hand.ts';
import { Engine } from '../../asl/engine.ts';
import type { Execution } from '../../asl/execution.ts';
import type { HistoryEvent } from '../../asl/history.ts';
import type { Json } from '../../asl/json.ts';
import type { Random } from '../../asl/random.ts';
import type { Environment } from '../../asl/run.ts';
import { isoTime } from '../../asl/timestamp.ts';
import { readToken } from '../../asl/token.ts';
import { carryOut } from './calls.ts';
import { executionArn, machineArn } from './machines.ts';
import type { Machines } from './machines.ts';
import type { Fault, News, Pending } from './news.ts';
import type { Office } from './office.ts';
import { Table } from './table.ts';
import type { TableData } from './table.ts';

/** An execution in the world; `untold` while its parent does not know of its end. */
export interface Running {
  readonly execution: Execution;
  readonly parent?: string;
  readonly untold?: boolean;
}

/** A world at an instant, as plain data: it can be copied, compared and gone on with. */
export interface WorldData {
  readonly now: number;
  readonly table: TableData;
  readonly executions: Readonly<Record<string, Running>>;
  readonly news: readonly News[];
}

/** What does not change while a world goes on. */
export interface Surroundings {
  readonly machines: Machines;
  readonly settings: Settings;
  readonly job: Job;
  readonly random: Random;
  /** Told of every event of every machine. */
  readonly watch?: (machine: string, event: HistoryEvent) => void;
}

interface Live {
  readonly execution: Execution;
  /** Made when it is first needed: an execution that has ended needs none. */
  engine?: Engine;
  readonly parent: string | undefined;
  untold: boolean;
}

/** One application with its machines, on a clock that only the caller moves. */
export class World {
  readonly office: Office;
  readonly around: Surroundings;
  now: number;
  readonly news: News[];
  readonly #live = new Map<string, Live>();

  constructor(around: Surroundings, data: WorldData) {
    this.around = around;
    this.office = { table: new Table(data.table), settings: around.settings, job: around.job };
    this.now = data.now;
    this.news = [...data.news];
    for (const [arn, { execution, parent, untold = false }] of Object.entries(data.executions)) {
      this.#live.set(arn, { execution, parent, untold });
    }
  }

  /** The world as data. It shares the executions: copy those before going on with both. */
  data(): WorldData {
    const executions = [...this.#live].map(([arn, { execution, parent, untold }]) => {
      const running: Running = {
        execution,
        ...(parent !== undefined && { parent }),
        ...(untold && { untold }),
      };
      return [arn, running] as const;
    });
    return {
      now: this.now,
      table: this.office.table.data,
      executions: Object.fromEntries(executions),
      news: [...this.news],
    };
  }

  get at(): string {
    return isoTime(this.now);
  }

  #engine(live: Live): Engine {
    return (live.engine ??= this.#engineFor(live.execution));
  }

  #engineFor(execution: Execution): Engine {
    const machine = this.around.machines.get(execution.machineName);
    if (!machine) throw new Error(`there is no machine ${execution.machineName}`);
    return new Engine(machine, execution, this.#environment(execution.arn, execution.machineName));
  }

  #environment(arn: string, name: string): Environment {
    const { watch, random } = this.around;
    return {
      now: () => this.now,
      random,
      emit: (event) => watch?.(name, event),
      request: (request) => void this.news.push({ kind: 'call', arn, request }),
      abandon: (child) => void this.news.push({ kind: 'abandon', arn: child }),
    };
  }

  /** Starts an execution; undefined when the name is taken. */
  start(machine: string, name: string, input: Json, parent?: string): string | undefined {
    const arn = executionArn(machine, name);
    const definition = this.around.machines.get(machine);
    if (!definition) throw new Error(`there is no machine ${machine}`);
    if (this.#live.has(arn)) return undefined;
    const roleArn = 'arn:aws:iam::123456789012:role/machine';
    const start = { arn, name, machineArn: machineArn(machine), machineName: machine, roleArn, input };
    const engine = Engine.start(definition, start, this.#environment(arn, machine));
    this.#live.set(arn, { execution: engine.execution, engine, parent, untold: parent !== undefined });
    return arn;
  }

  /** Lets everything happen that needs neither time nor a service; gives the call that is next in turn. */
  nextCall(): Soon<Pending | undefined> {
    for (;;) {
      const going = this.#runMachines();
      if (going) return going.then(() => this.nextCall());
      const [next] = this.news;
      if (!next || next.kind === 'call') return next;
      this.news.shift();
      this.#deliver(next);
    }
  }

  /** Does the call that is next in turn, or lets it go wrong; the reply is then on its way. */
  call(fault?: Fault): void {
    const next = this.news.shift();
    if (next?.kind !== 'call') throw new Error('no call is next in turn');
    if (this.execution(next.arn)?.status !== 'RUNNING') return;
    const reply = carryOut(this, next, fault);
    if (reply) this.news.push({ kind: 'reply', arn: next.arn, taskId: next.request.taskId, reply });
  }

  #runMachines(): Soon<void> {
    for (const [arn, live] of this.#live) {
      const { execution } = live;
      const going = execution.ready.length > 0 ? this.#engine(live).run() : undefined;
      // Once it has gone on, all are looked at again.
      if (going) return going.then(() => this.#runMachines());
      if (!live.untold || execution.status === 'RUNNING') continue;
      live.untold = false;
      this.#tellParent(arn, live);
    }
  }

  #tellParent(arn: string, { execution, parent = '' }: Live): void {
    const { status, output, error, cause, name } = execution;
    const description = {
      ExecutionArn: arn,
      Name: name,
      Status: status,
      ...(output !== undefined && { Output: JSON.stringify(output) }),
      ...(error !== undefined && { Error: error }),
      ...(cause !== undefined && { Cause: cause }),
    };
    this.news.push({ kind: 'child-ended', arn: parent, child: arn, description });
  }

  #deliver(news: Exclude<News, Pending>): void {
    const live = this.#live.get(news.arn);
    if (!live) return;
    const engine = this.#engine(live);
    if (news.kind === 'reply') engine.returned(news.taskId, news.reply);
    else if (news.kind === 'answer') engine.answer(news.taskId, news.nonce, news.answer);
    else if (news.kind === 'child-ended') engine.childEnded(news.child, news.description);
    else engine.stop();
  }

  /** Everything that can be done without time going by; `faultOf` says which calls go wrong. */
  async settle(faultOf: (call: Pending) => Fault | undefined = () => undefined): Promise<void> {
    for (let next = await this.nextCall(); next; next = await this.nextCall()) this.call(faultOf(next));
  }

  /** The machines that wait at these gates learn how they stand. */
  wake(gates: readonly Gate[]): void {
    for (const gate of gates) {
      const token = gate.token === undefined ? undefined : readToken(gate.token);
      if (!token) continue;
      const answer = { kind: 'success', output: { ...viewOf(gate) } } as const;
      this.news.push({
        kind: 'answer',
        arn: token.executionArn,
        taskId: token.taskId,
        nonce: token.nonce,
        answer,
      });
    }
  }

  /** The instant at which something next happens by itself, or undefined when all is over. */
  nextTimer(): number | undefined {
    return this.#nextTimer()?.at;
  }

  #nextTimer(): { engine: Engine; key: string; at: number } | undefined {
    let first: { engine: Engine; key: string; at: number } | undefined;
    for (const live of this.#live.values()) {
      if (live.execution.status !== 'RUNNING') continue;
      const engine = this.#engine(live);
      const timer = engine.nextTimer();
      if (timer && (first === undefined || timer.at < first.at)) first = { engine, ...timer };
    }
    return first;
  }

  /** Lets time go by until the next timer, and fires it. */
  fireNext(): void {
    const next = this.#nextTimer();
    if (!next) throw new Error('nothing happens any more');
    this.now = Math.max(this.now, next.at);
    next.engine.fire(next.key);
  }

  execution(arn: string): Execution | undefined {
    return this.#live.get(arn)?.execution;
  }

  /** Every execution so far, oldest first. */
  executions(): Execution[] {
    return [...this.#live.values()].map(({ execution }) => execution);
  }
}
