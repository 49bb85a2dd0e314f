/**
 * What the Step Functions engine of the embedded cloud costs: `npm run bench`, or `node bench/engine.ts`.
 * Everything is saved in SQLite (in memory) after each step, as the cloud does it, and 6,000 other executions wait.
 */
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import jsonata from 'jsonata';
import * as z from 'zod';
import type { StatesHost } from '../local/states/host.ts';
import { StatesService } from '../local/states/service.ts';
import { seededRandom } from '../simulator/asl/random.ts';
import { processorTime } from './processor-time.ts';

const states = 20_000;
const waiting = 2_000;
let now = Date.parse('2026-03-02T09:00:00Z');

const host: StatesHost = {
  invokeFunction: async ({ payload }) => ({ payload, executedVersion: '$LATEST' }),
  putEvents: async () => ({ FailedEntryCount: 0, Entries: [] }),
  dynamodb: async () => ({}),
  sendMessage: async () => ({ MessageId: 'm' }),
  authorize: () => true,
};
const db = new DatabaseSync(':memory:');
const service = new StatesService({
  db,
  clock: { now: () => now },
  random: seededRandom(1),
  host,
  publish: () => {},
  region: 'us-east-1',
  account: '123456789012',
});

async function call<Answer>(operation: string, input: object, answer: z.ZodType<Answer>): Promise<Answer> {
  const { body } = await service.handle({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
    caller: { name: 'local', roleArn: undefined },
  });
  return answer.parse(JSON.parse(body.toString()));
}

async function machine(name: string, definition: object): Promise<string> {
  const { stateMachineArn } = await call(
    'CreateStateMachine',
    {
      name,
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      roleArn: 'arn:aws:iam::123456789012:role/bench',
    },
    z.looseObject({ stateMachineArn: z.string() }),
  );
  return stateMachineArn;
}

/** Bytes of the database, its free pages left out. */
function bytes(): number {
  const pragma = (name: string) =>
    z.number().parse(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

/** A loop of an expression, a choice and a wait of a minute: what journeys mostly do. */
const loop = await machine('loop', {
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', Output: { left: '{% $states.input.left - 1 %}' }, Next: 'More' },
    More: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.left > 0 %}', Next: 'Pause' }],
      Default: 'Done',
    },
    Pause: { Type: 'Wait', Seconds: 60, Next: 'Count' },
    Done: { Type: 'Succeed' },
  },
});
const pause = await machine('pause', {
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 1_209_600, End: true } },
});
const ask = await machine('ask', {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:open-gate',
        Payload: {
          applicationId: '{% $states.input.applicationId %}',
          token: '{% $states.context.Task.Token %}',
        },
      },
      TimeoutSeconds: 1_209_600,
      End: true,
    },
  },
});
const executions = 20;

/** Starts executions and lets them get as far as they do without time passing. */
async function start(stateMachineArn: string, count: number, input: object): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await call('StartExecution', { stateMachineArn, input: JSON.stringify(input) }, z.unknown());
  await service.settled();
}

/** Bytes of the database for each execution of a machine that waits. */
async function bytesOf(stateMachineArn: string): Promise<number> {
  const before = bytes();
  await start(stateMachineArn, waiting, { applicationId: '01KJQ9K4Z0S8T7V6W5X4Y3Z2A1' });
  return (bytes() - before) / waiting;
}

/** Bytes of living objects once what is garbage is gone; `gc` is there because of the flag set below. */
function living(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
setFlagsFromString('--expose-gc');
const collectGarbage = z.function().parse(runInNewContext('gc'));

const each = await bytesOf(pause);
const asking = await bytesOf(ask);
const before = living();
await start(ask, waiting, { applicationId: '01KJQ9K4Z0S8T7V6W5X4Y3Z2A1' });
const inMemory = Math.max(0, (living() - before) / waiting);
// These are not to wake while the others run.
const sleeping = service.nextDue() ?? 0;

const since = now;
const spent = await processorTime(async () => {
  await start(loop, executions, { left: Math.round(states / executions / 3) });
  for (let due = service.nextDue(); due !== undefined && due < sleeping; due = service.nextDue()) {
    now = due;
    await service.runDue(now);
  }
});
const ended = service.listAllExecutions().filter(({ status }) => status === 'SUCCEEDED').length;
if (ended !== executions) throw new Error(`${ended} of ${executions} executions succeeded`);

const expression = jsonata('$states.input.left - 1');
const evaluating = await processorTime(async () => {
  for (let index = 0; index < states; index += 1)
    await expression.evaluate(null, { states: { input: { left: index } } });
});

console.log('| figure | |\n| --- | --: |');
console.log(`| states per second of processor time | ${Math.round(states / (spent / 1000))} |`);
console.log(`| a state, evaluating one JSONata expression = 1 | ${(spent / evaluating).toFixed(1)} |`);
console.log(
  `| time that passes for the executions, processor time = 1 | ${Math.round((now - since) / spent)} |`,
);
console.log(
  `| bytes in the database of an execution that waits, its history included | ${Math.round(each)} |`,
);
console.log(`| … that waits for somebody with a token | ${Math.round(asking)} |`);
console.log(`| bytes in memory of an execution that waits | ${Math.round(inMemory)} |`);
