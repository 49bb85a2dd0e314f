import { parseDefinition } from '../../../simulator/asl/definition/parse.ts';
import { Engine } from '../../../simulator/asl/engine.ts';
import type { Execution } from '../../../simulator/asl/execution.ts';
import type { HistoryEvent } from '../../../simulator/asl/history.ts';
import type { CallReply } from '../../../simulator/asl/integrations/call.ts';
import type { Json } from '../../../simulator/asl/json.ts';
import { seededRandom } from '../../../simulator/asl/random.ts';
import type { Environment, TaskRequest } from '../../../simulator/asl/run.ts';

export const START = Date.parse('2026-03-02T09:00:00Z');

/** Answers the calls of tasks; undefined leaves a call without an answer. */
export type Answers = (request: TaskRequest, attempt: number) => CallReply | undefined;

/** One execution on a clock of its own, with a record of all that came out of it. */
export class Play {
  now = START;
  readonly events: HistoryEvent[] = [];
  readonly requests: TaskRequest[] = [];
  readonly abandoned: string[] = [];
  engine: Engine;
  readonly #answers: Answers;
  readonly #machine;
  #answered = 0;

  constructor(definition: object, input: Json = {}, answers: Answers = () => undefined, seed = 1) {
    this.#answers = answers;
    this.#machine = parseDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));
    this.#environment = {
      now: () => this.now,
      random: seededRandom(seed),
      emit: (event) => this.events.push(event),
      request: (request) => this.requests.push(request),
      abandon: (childArn) => this.abandoned.push(childArn),
    };
    this.engine = Engine.start(
      this.#machine,
      {
        arn: 'arn:aws:states:eu-central-1:123456789012:execution:journey:one',
        name: 'one',
        machineArn: 'arn:aws:states:eu-central-1:123456789012:stateMachine:journey',
        machineName: 'journey',
        roleArn: 'arn:aws:iam::123456789012:role/journey',
        input,
      },
      this.#environment,
    );
  }

  readonly #environment: Environment;

  /** Runs until only timers and unanswered calls are left. */
  async run(): Promise<this> {
    do {
      await this.engine.run();
      while (this.#answered < this.requests.length) {
        const request = this.requests[this.#answered++];
        const reply = request && this.#answers(request, this.#answered);
        if (request && reply) this.engine.returned(request.taskId, reply);
      }
    } while (this.engine.runnable);
    return this;
  }

  /** Lets time go by, timer after timer. */
  async pass(seconds: number): Promise<this> {
    const end = this.now + seconds * 1000;
    for (let [next] = this.engine.timers(); next && next.at <= end; [next] = this.engine.timers()) {
      this.now = Math.max(this.now, next.at);
      this.engine.fire(next.key);
      await this.run();
    }
    this.now = end;
    return this;
  }

  /** Goes on from a copy of the saved state, as after a restart. */
  restore(): void {
    const saved: Execution = JSON.parse(JSON.stringify(this.engine.execution));
    this.engine = new Engine(this.#machine, saved, this.#environment);
  }

  get execution(): Execution {
    return this.engine.execution;
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  detailsOf(type: string): HistoryEvent['details'] {
    return this.events.find((event) => event.type === type)?.details;
  }
}

/** The reply of a function that returned a value. */
export function returns(value: Json): CallReply {
  return { ok: true, value: { payload: JSON.stringify(value), executedVersion: '7' } };
}

/** The reply of a function that threw. */
export function throws(errorType: string, errorMessage = ''): CallReply {
  return {
    ok: true,
    value: {
      payload: JSON.stringify({ errorType, errorMessage }),
      executedVersion: '7',
      functionError: 'Unhandled',
    },
  };
}

/** A machine of one state. */
export function only(state: object): object {
  return { StartAt: 'S', States: { S: state } };
}

export const INVOKE = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'greet', Payload: '{% $states.input %}' },
};
