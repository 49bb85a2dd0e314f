/** What the promise check looks at and how long that takes: `node bench/proof.ts`, or `npm run bench`. */
import { join } from 'node:path';
import jsonata from 'jsonata';
import { prove } from '../simulator/proof/prove.ts';
import { currentTexts, parsed } from '../tools/workflows/read.ts';
import { processorTime } from './processor-time.ts';

const texts = currentTexts(join(import.meta.dirname, '..'));
const subject = { machines: texts.machines, settings: parsed(texts).settings, templateFault: undefined };
const room = 20_000;
let found: Awaited<ReturnType<typeof prove>> | undefined;
const spent = await processorTime(async () => {
  found = await prove(subject, room);
});
if (!found?.holds) throw new Error('a promise of the shipped workflows does not hold');

const expression = jsonata('$states.input.left - 1');
const evaluations = 20_000;
const evaluating = await processorTime(async () => {
  for (let index = 0; index < evaluations; index += 1)
    await expression.evaluate(null, { states: { input: { left: index } } });
});

console.log('| figure | |\n| --- | --: |');
console.log(`| paths | ${found.paths ?? 'endless'} |`);
console.log(`| situations | ${found.places} |`);
console.log(`| ways from one to the next | ${found.edges} |`);
console.log(`| seconds of processor time | ${Math.round(spent / 1000)} |`);
console.log(
  `| a way, evaluating one JSONata expression = 1 | ${Math.round(spent / found.edges / (evaluating / evaluations))} |`,
);
