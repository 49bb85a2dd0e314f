import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, expect, test } from 'vitest';

import { Bench, INVOKE, only } from './bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-'));
afterAll(() => rmSync(folder, { recursive: true }));

const arn = (machine: string, name: string): string =>
  `arn:aws:states:eu-central-1:123456789012:execution:${machine}:${name}`;

test('killed in the middle of a task: timers, tokens and the task go on', async () => {
  const file = join(folder, 'killed.db');
  const child = spawnSync(process.execPath, [
    fileURLToPath(new URL('./crash-child.ts', import.meta.url)),
    file,
  ]);
  expect(child.signal).toBe('SIGKILL');
  const bench = new Bench(file);
  bench.service.recover();
  await bench.service.settled();
  expect(bench.calls.map(({ functionArn }) => functionArn.split(':').at(-1))).toEqual(['greet']);
  expect(await bench.describe(arn('task', 't'))).toMatchObject({ status: 'SUCCEEDED', output: '7' });
  await bench.pass(400);
  expect(await bench.describe(arn('waits', 'w'))).toMatchObject({ status: 'SUCCEEDED', output: '"waited"' });
  const scheduled = bench.service.history(arn('gate', 'g')).find(({ type }) => type === 'TaskScheduled');
  const { token }: { token: string } = Object(scheduled?.details?.['parameters']).Payload;
  await bench.call('SendTaskSuccess', { taskToken: token, output: '"answered"' });
  expect(await bench.describe(arn('gate', 'g'))).toMatchObject({ status: 'SUCCEEDED', output: '"answered"' });
});

test('a repeated start of a child finds the child that was started before', async () => {
  const bench = new Bench();
  const child = await bench.create('child', {
    StartAt: 'T',
    States: { T: { ...INVOKE, Next: 'W' }, W: { Type: 'Wait', Seconds: 10, End: true } },
  });
  const task = only({
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn: child },
    End: true,
  });
  const machine = await bench.create('parent', task);
  const file = join(folder, 'child.db');
  // The child's first function is called: the process ends with the news of its start on the way.
  bench.onCall = () => {
    bench.db.exec(`VACUUM INTO '${file}'`);
    return null;
  };
  await bench.start(machine, {}, 'p');
  const after = new Bench(file);
  after.service.recover();
  await after.service.settled();
  await after.pass(10);
  expect(await after.describe(arn('parent', 'p'))).toMatchObject({ status: 'SUCCEEDED' });
  expect(after.service.listAllExecutions()).toHaveLength(2);
});

test('a child that ended while nobody looked tells its parent after the restart', async () => {
  const bench = new Bench();
  const child = await bench.create('child', only({ Type: 'Wait', Seconds: 10, End: true }));
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn: child, Name: 'c' },
    End: true,
  };
  const parent = await bench.start(await bench.create('parent', only(task)));
  const saved = bench.db.prepare("SELECT state, busy FROM states_executions WHERE name <> 'c'").get();
  await bench.pass(10);
  // The parent's turn is undone, as if the process had ended between the child's end and the news of it.
  bench.db
    .prepare("UPDATE states_executions SET status = 'RUNNING', state = ?, busy = ? WHERE name <> 'c'")
    .run(String(saved?.['state']), Number(saved?.['busy']));
  bench.db.exec(
    "DELETE FROM states_packed_events WHERE execution = (SELECT id FROM states_executions WHERE name <> 'c') AND last > 5",
  );
  bench.restart();
  await bench.service.settled();
  expect(await bench.describe(parent)).toMatchObject({ status: 'SUCCEEDED' });
});

test.each([
  ['a wait', { Type: 'Wait', Seconds: 86_400, Next: 'T' }],
  [
    'an answer',
    {
      ...INVOKE,
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: { on: '{% $states.input.applicationId %}', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 86_400,
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: '{% $states.input %}', Next: 'T' }],
      Next: 'T',
    },
  ],
])(
  '10,000 executions wait for %s over a restart and take under 2 kB each, histories and indexes included',
  async (_name, waiting) => {
    const bench = new Bench();
    const empty = bench.bytes();
    const machine = await bench.create('gate', {
      StartAt: 'W',
      States: { W: waiting, T: { ...INVOKE, Output: {}, End: true } },
    });
    for (let index = 0; index < 10_000; index++) {
      await bench.call('StartExecution', {
        stateMachineArn: machine,
        input: `{"applicationId":"01KJQ9K4Z0S8T7V6W5X4Y${10_000 + index}"}`,
      });
    }
    await bench.service.settled();
    expect((bench.bytes() - empty) / 10_000).toBeLessThan(2000);
    bench.restart();
    await bench.service.settled();
    bench.calls.length = 0;
    await bench.pass(86_400);
    expect(bench.calls).toHaveLength(10_000);
    expect(bench.calls[9999]?.payload).toEqual({ applicationId: '01KJQ9K4Z0S8T7V6W5X4Y19999' });
  },
  60_000,
);
