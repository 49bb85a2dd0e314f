import { DatabaseSync } from 'node:sqlite';

import type { StatesHost } from '../../../local/states/host.ts';
import { StatesService } from '../../../local/states/service.ts';
import type { Json, JsonObject } from '../../../simulator/asl/json.ts';
import { seededRandom } from '../../../simulator/asl/random.ts';

export const ROLE = 'arn:aws:iam::123456789012:role/journey';

export interface FunctionCall {
  readonly functionArn: string;
  readonly payload: Json;
}

/** The service on a database and a clock of its own, with functions that a test plays. */
export class Bench {
  now = Date.parse('2026-03-02T09:00:00Z');
  readonly db: DatabaseSync;
  service: StatesService;
  readonly calls: FunctionCall[] = [];
  readonly asked: string[] = [];
  /** What functions return; by default what they are given. */
  onCall: (call: FunctionCall) => Json | Promise<Json> = ({ payload }) => payload;
  /** Actions that no role may do. */
  readonly denied = new Set<string>();

  constructor(file = ':memory:') {
    this.db = new DatabaseSync(file);
    this.service = this.#open();
  }

  #open(): StatesService {
    const host: StatesHost = {
      invokeFunction: async ({ functionArn, payload }) => {
        const call = { functionArn, payload: JSON.parse(payload) };
        this.calls.push(call);
        return { payload: JSON.stringify(await this.onCall(call)), executedVersion: '$LATEST' };
      },
      putEvents: async () => ({ FailedEntryCount: 0, Entries: [] }),
      dynamodb: async () => ({}),
      sendMessage: async () => ({ MessageId: 'm' }),
      authorize: (_roleArn, action, resource) => {
        this.asked.push(`${action} ${resource}`);
        return !this.denied.has(action);
      },
    };
    return new StatesService({
      db: this.db,
      clock: { now: () => this.now },
      random: seededRandom(1),
      host,
      publish: () => {},
      region: 'eu-central-1',
      account: '123456789012',
    });
  }

  /** A new service on the same tables, as after a restart; what the old one still does is lost on it. */
  restart(): void {
    this.service = this.#open();
    this.service.recover();
  }

  /** What the database takes, in bytes; pages that it has free for what comes next are left out. */
  bytes(): number {
    const pragma = (name: string): number => Number(this.db.prepare(`PRAGMA ${name}`).get()?.[name]);
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  }

  /** Calls the API; throws an Error named as the service's. */
  async call(operation: string, input: JsonObject = {}): Promise<JsonObject> {
    const { status, body } = await this.service.handle({
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
      caller: { name: 'local', roleArn: undefined },
    });
    const answer: JsonObject = JSON.parse(body.toString());
    if (status === 200) return answer;
    throw Object.assign(new Error(text(answer['message'])), { name: text(answer['__type']) });
  }

  /** Creates a machine and gives its ARN. */
  async create(name: string, definition: object): Promise<string> {
    const { stateMachineArn } = await this.call('CreateStateMachine', {
      name,
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      roleArn: ROLE,
    });
    return text(stateMachineArn);
  }

  /** Starts an execution, lets it run as far as it gets and gives its ARN. */
  async start(stateMachineArn: string, input: Json = {}, name?: string): Promise<string> {
    const { executionArn } = await this.call('StartExecution', {
      stateMachineArn,
      input: JSON.stringify(input),
      ...(name === undefined ? {} : { name }),
    });
    await this.service.settled();
    return text(executionArn);
  }

  async describe(executionArn: string): Promise<JsonObject> {
    return this.call('DescribeExecution', { executionArn });
  }

  /** Lets time go by, timer after timer. */
  async pass(seconds: number): Promise<void> {
    const end = this.now + seconds * 1000;
    for (let due = this.service.nextDue(); due !== undefined && due <= end; due = this.service.nextDue()) {
      this.now = Math.max(this.now, due);
      await this.service.runDue(this.now);
    }
    this.now = end;
  }
}

/** The text a field of a response is; everything else is a fault of the test. */
export function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error(`${JSON.stringify(value)} is no text`);
}

/** A machine of one state. */
export function only(state: object): object {
  return { StartAt: 'S', States: { S: state } };
}

export const INVOKE = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'greet', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
};

export const GATE = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'open-gate', Payload: { token: '{% $states.context.Task.Token %}' } },
};
