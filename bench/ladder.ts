/**
 * What it costs to work out every date of a promise ahead: `npm run bench`, or `node bench/ladder.ts`.
 * Each ladder starts at another instant of two years, with the shipped settings and their holidays.
 */
import { dirname } from 'node:path';
import { addElapsed } from '../domain/calendar/elapsed.ts';
import { isoOf } from '../domain/calendar/instant.ts';
import { ladderFor } from '../domain/promises/journey-ladder.ts';
import { buildSettings } from '../tools/build.ts';
import { processorTime } from './processor-time.ts';

const count = 5_000;
const settings = buildSettings(dirname(import.meta.dirname));
const first = Date.parse('2026-01-01T00:00:00Z');
const instants = Array.from({ length: count }, (_, index) =>
  isoOf(first + Math.round((index / count) * 730 * 86_400_000)),
);

async function cost(run: (at: string) => unknown): Promise<number> {
  for (const at of instants.slice(0, 200)) run(at);
  return processorTime(() => {
    for (const at of instants) run(at);
  });
}

const one = await cost((at) => addElapsed(at, 'P1D', settings.calendar.zone));
console.log('| promise | clock | ladders per second | a ladder, adding one day = 1 |');
console.log('| --- | --- | --: | --: |');
for (const kind of ['shortlist', 'feedback', 'question'] as const) {
  const spent = await cost((at) => ladderFor(kind, settings, at, at));
  const { clock } = settings.promises[kind];
  const cells = [kind, clock, Math.round(count / (spent / 1000)), (spent / one).toFixed(1)];
  console.log(`| ${cells.join(' | ')} |`);
}
