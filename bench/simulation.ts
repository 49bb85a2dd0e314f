/** How many whole journeys one core plays: `npm run bench`, or `node bench/simulation.ts`. */
import { join } from 'node:path';
import jsonata from 'jsonata';
import { play } from '../simulator/what-if/play.ts';
import { scenarios } from '../simulator/what-if/scenarios.ts';
import { currentTexts, parsed } from '../tools/workflows/read.ts';
import { processorTime } from './processor-time.ts';

const at = '2026-03-02T09:00:00.000Z';
const version = parsed(currentTexts(join(import.meta.dirname, '..')));
const rounds = 60;

async function playAll(times: number): Promise<void> {
  for (let round = 0; round < times; round += 1)
    for (const scenario of scenarios) await play(version, scenario, { at });
}

await playAll(10);
const journeys = rounds * scenarios.length;
const spent = await processorTime(() => playAll(rounds));

const expression = jsonata('$states.input.left - 1');
const evaluations = 20_000;
const evaluating = await processorTime(async () => {
  for (let index = 0; index < evaluations; index += 1)
    await expression.evaluate(null, { states: { input: { left: index } } });
});

console.log('| figure | |\n| --- | --: |');
console.log(`| whole journeys per second of processor time | ${Math.round(journeys / (spent / 1000))} |`);
console.log(
  `| a journey, evaluating one JSONata expression = 1 | ${Math.round(spent / journeys / (evaluating / evaluations))} |`,
);
