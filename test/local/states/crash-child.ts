/** Runs until the function of the second state is called, then dies without a word: see restart.test.ts. */
import { Bench, GATE, INVOKE, only } from './bench.ts';

const [file = ''] = process.argv.slice(2);
const bench = new Bench(file);
bench.onCall = ({ functionArn, payload }) => {
  if (functionArn.endsWith(':greet')) process.kill(process.pid, 'SIGKILL');
  return payload;
};
await bench.start(
  await bench.create('waits', only({ Type: 'Wait', Seconds: 400, Output: 'waited', End: true })),
  {},
  'w',
);
await bench.start(await bench.create('gate', only({ ...GATE, End: true })), {}, 'g');
await bench.start(
  await bench.create('task', {
    StartAt: 'A',
    States: { A: { Type: 'Pass', Output: 7, Next: 'B' }, B: { ...INVOKE, End: true } },
  }),
  {},
  't',
);
