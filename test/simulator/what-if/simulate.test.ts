import { expect, test } from 'vitest';
import { differences } from '../../../simulator/what-if/difference.ts';
import { play } from '../../../simulator/what-if/play.ts';
import { scenario } from '../../../simulator/what-if/scenario.ts';
import { scenarios } from '../../../simulator/what-if/scenarios.ts';
import { currentTexts, parsed } from '../../../tools/workflows/read.ts';

const texts = currentTexts(new URL('../../..', import.meta.url).pathname);
const shipped = parsed(texts);
const at = '2026-03-02T09:00:00.000Z';
const named = (name: string) => {
  const found = scenarios.find((one) => one.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
};
const heard = async (name: string, version = shipped): Promise<string[]> =>
  (await play(version, named(name), { at })).timeline.flatMap(({ what, who, at: instant, text }) =>
    what === 'hears' && who === 'candidate' ? [`${instant.slice(0, 16)} ${text}`] : [],
  );

test('a candidate about whom nobody decides hears it on time, with a new date', async () => {
  expect(await heard('silent')).toEqual([
    '2026-03-02T09:00 acknowledgement',
    '2026-03-04T09:00 decision-delayed',
    '2026-03-05T09:00 release',
    '2026-03-07T09:00 loyalty-offer',
    '2026-03-09T09:00 survey',
  ]);
});

test('after a withdrawal there is one confirmation, after a bounce nothing', async () => {
  expect((await heard('withdrawn')).at(-1)).toBe('2026-03-04T15:00 withdrawal-confirmed');
  expect(await heard('bounced')).toEqual(['2026-03-02T09:00 acknowledgement']);
});

test('a decline that is undone was never heard', async () => {
  expect((await heard('undone')).join()).not.toContain('decline');
});

test.each(scenarios.map(({ name }) => name))(
  '%s: every machine ends, and the same play is the same',
  async (name) => {
    const played = await play(shipped, named(name), { at, states: true });
    expect(played.executions.every(({ status }) => status !== 'RUNNING')).toBe(true);
    expect(await play(shipped, named(name), { at, states: true })).toEqual(played);
  },
);

test('an edit shows as what candidates would notice of it', async () => {
  const settings = texts.settings.replace('"within": "PT48H"', '"within": "PT24H"');
  const edited = parsed({ ...texts, settings });
  const noticed = differences(
    await play(shipped, named('silent'), { at }),
    await play(edited, named('silent'), { at }),
  );
  expect(noticed.map(({ message, change }) => `${message}: ${change}`)).toEqual([
    'acknowledgement, decisionDue: names another date',
    'decision-delayed: heard earlier',
    'release: heard earlier',
    'loyalty-offer: heard earlier',
    'survey: heard earlier',
  ]);
});

test('a scenario with an unknown key is refused', () => {
  expect(() => scenario.parse({ name: 'x', title: 'x', act: [] })).toThrow(/act/);
});
