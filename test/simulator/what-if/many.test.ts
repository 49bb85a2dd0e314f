import { expect, test } from 'vitest';
import { seededRandom } from '../../../simulator/asl/random.ts';
import { playMany } from '../../../simulator/what-if/many.ts';
import { randomJourneys } from '../../../simulator/what-if/random-journeys.ts';
import { scenarios } from '../../../simulator/what-if/scenarios.ts';
import { currentTexts, parsed } from '../../../tools/workflows/read.ts';

const texts = currentTexts(new URL('../../..', import.meta.url).pathname);
const shipped = parsed(texts);
const faster = parsed({
  ...texts,
  settings: texts.settings.replace('"within": "PT48H"', '"within": "PT24H"'),
});
const at = '2026-03-02T09:00:00.000Z';

test('made-up journeys end, whatever people do, and the same seed makes the same', async () => {
  const made = () => randomJourneys(60, seededRandom(3), at);
  const summary = await playMany(made(), shipped);
  expect(summary).toMatchObject({ journeys: 60, failed: 0 });
  expect([...summary.outcomes.keys()]).toEqual(expect.arrayContaining(['declined', 'released']));
  expect(await playMany(made(), shipped)).toEqual(summary);
  expect([...made()]).not.toEqual([...randomJourneys(60, seededRandom(4), at)]);
});

test('against another version it counts who hears earlier and who notices nothing', async () => {
  const [silent] = scenarios;
  const declined = scenarios.find(({ name }) => name === 'declined');
  if (!silent || !declined) throw new Error('no such scenario');
  const journeys = [silent, silent, declined].map((scenario) => ({ scenario, at }));
  const { answers, noticed, same } = await playMany(journeys, faster, shipped);
  expect([...answers]).toEqual([[-24, 2]]);
  expect(noticed.get('release: heard earlier')).toBe(2);
  expect(same).toBe(0);
  expect((await playMany(journeys, shipped, shipped)).same).toBe(3);
});
