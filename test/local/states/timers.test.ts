import { expect, test } from 'vitest';

import { Bench, INVOKE, only } from './bench.ts';

test('timers fire by instant, then in the order they were set', async () => {
  const bench = new Bench();
  const machine = await bench.create('m', {
    StartAt: 'W',
    States: { W: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'T' }, T: { ...INVOKE, End: true } },
  });
  for (const [name, s] of [
    ['late', 20],
    ['first', 10],
    ['second', 10],
    ['soon', 5],
  ] as const)
    await bench.start(machine, { s, name });
  bench.now += 60_000;
  expect(await bench.service.runDue(bench.now)).toBe(4);
  expect(bench.calls.map(({ payload }) => Object(payload)['name'])).toEqual([
    'soon',
    'first',
    'second',
    'late',
  ]);
});

test('nextDue is the earliest instant, and nothing when nothing waits', async () => {
  const bench = new Bench();
  expect(bench.service.nextDue()).toBeUndefined();
  const machine = await bench.create(
    'm',
    only({ Type: 'Wait', Timestamp: '{% $states.input %}', End: true }),
  );
  await bench.start(machine, '2026-12-24T18:00:00Z');
  await bench.start(machine, '2026-08-01T00:00:00+02:00');
  expect(bench.service.nextDue()).toBe(Date.parse('2026-07-31T22:00:00Z'));
  await bench.pass(365 * 86_400);
  expect(bench.service.nextDue()).toBeUndefined();
});

test('a wait of 400 days outlasts the year an execution may take', async () => {
  const bench = new Bench();
  const arn = await bench.start(
    await bench.create('m', only({ Type: 'Wait', Seconds: 400 * 86_400, End: true })),
  );
  await bench.pass(364 * 86_400);
  expect(await bench.describe(arn)).toMatchObject({ status: 'RUNNING' });
  await bench.pass(86_400);
  expect(await bench.describe(arn)).toMatchObject({ status: 'TIMED_OUT' });
});

test('what a timer causes is over when runDue is, however long the function takes', async () => {
  const bench = new Bench();
  const arn = await bench.start(
    await bench.create('m', {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 1, Next: 'T' }, T: { ...INVOKE, End: true } },
    }),
  );
  bench.onCall = async () => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return 'slow';
  };
  bench.now += 1000;
  await bench.service.runDue(bench.now);
  expect(await bench.describe(arn)).toMatchObject({ output: '"slow"' });
});
