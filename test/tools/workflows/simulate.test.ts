import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { scenario } from '../../../simulator/what-if/scenario.ts';
import { scenarios } from '../../../simulator/what-if/scenarios.ts';
import { workflows } from '../../../tools/workflows.ts';
import { scenarioSchema, scenarioSchemaFile } from '../../../tools/workflows/schema.ts';

const root = new URL('../../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'simulate-'));

async function call(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await workflows(args, { root, folder, print: (text) => (said += text) });
  return { code, said };
}

const write = (file: string, value: unknown): string => {
  writeFileSync(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const settings = readFileSync(join(root, 'workflows/settings.json'), 'utf8');
const faster = write('settings.json', settings.replace('"within": "PT48H"', '"within": "PT24H"'));

describe('a scenario from a file', () => {
  const [example = ''] =
    /(?<=```json\n).*?(?=```)/s.exec(readFileSync(join(root, 'docs/scenarios.md'), 'utf8')) ?? [];

  test('is played as the page about scenarios has it', async () => {
    const { code, said } = await call('simulate', '--scenario', write('own.json', example));
    expect(code).toBe(0);
    expect(said).toMatch(/slow-lead: .*\n(?:.*\n)*.*candidate: feedback-delayed/);
  });

  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['another act', { name: 'x', title: 'x', acts: [{ act: 'dance', after: 'P1D' }] }, '→ at acts[0].act'],
    [
      'no duration',
      { name: 'x', title: 'x', acts: [{ act: 'withdraw', after: 'soon' }] },
      '→ at acts[0].after',
    ],
    [
      'a state there is not',
      { name: 'x', title: 'x', failures: [{ machine: 'keep-promise', state: 'Sing', error: 'X' }] },
      "keep-promise has no Task 'Sing'",
    ],
  ])('with %s is refused by its place', async (_, value, said) => {
    const answer = await call('simulate', '--scenario', write('wrong.json', value));
    expect(answer).toEqual({ code: 1, said: expect.stringContaining(said) });
  });

  test('is completed by an editor: the schema is what the tool writes, and takes every scenario', () => {
    const text = readFileSync(join(root, scenarioSchemaFile), 'utf8');
    expect(text).toBe(scenarioSchema());
    const fits = new Ajv({ strict: false, logger: false }).compile(z.looseObject({}).parse(JSON.parse(text)));
    for (const one of [...scenarios, JSON.parse(example)])
      expect([fits(one), fits.errors]).toEqual([true, null]);
    expect(fits({ ...JSON.parse(example), act: [] })).toBe(false);
    expect(scenario.safeParse({ ...JSON.parse(example), act: [] }).success).toBe(false);
  });
});

test('many journeys are made up, played and summed up', async () => {
  const { code, said } = await call('simulate', '--journeys', '30', '--edit', faster);
  expect(code).toBe(0);
  expect(said).toMatch(/^30 journeys: /);
  expect(said).toMatch(/of 30 journeys, \d+ would have heard earlier, none later/);
});

test('what was decided in past applications is played against an edit', async () => {
  const one = { name: '01KJPZ3C8RQ0VBTN5W2XEDF7QM', title: 'An application', at: '2026-03-02T09:00:00.000Z' };
  const declined = { act: 'decide', on: 'shortlist', outcome: 'declined', after: 'PT20H' };
  const journeys = [
    { ...one, consents: false, acts: [] },
    { ...one, consents: true, acts: [declined] },
  ];
  const recorded = write('recorded.json', { journeys });
  const { code, said } = await call('replay', '--edit', faster, '--recorded', recorded);
  expect(code).toBe(0);
  expect(said).toContain('of 2 journeys, 1 would have heard earlier, none later');
  expect(said).toContain('  1 a day earlier');
  expect(await call('replay', '--recorded', recorded)).toMatchObject({ code: 2 });
  const none = write('none.json', { journeys: [] });
  expect(await call('replay', '--edit', faster, '--recorded', none)).toMatchObject({
    code: 0,
    said: expect.stringContaining('There is nothing to replay'),
  });
  const wrong = write('other.json', {
    journeys: [{ ...journeys[0], acts: [{ act: 'dance', after: 'P1D' }] }],
  });
  expect(await call('replay', '--edit', faster, '--recorded', wrong)).toMatchObject({ code: 1 });
});

test('whoever asks a subcommand for help is told what there is', async () => {
  const { code, said } = await call('replay', '--help');
  expect(code).toBe(0);
  expect(said).toContain('replay --edit FILE…');
});

test.each([
  [['simulate', '--journeys', '3', '--scenario', 'silent'], 'give one of the two'],
  [['simulate', '--seed', '4'], 'give --journeys N as well'],
  [['schema', 'here'], 'schema takes no arguments, not here.'],
  [['list', '--site', 'jobs'], '--site takes an address such as https://jobs.example.com, not jobs.'],
])('%j asks for what cannot be had together, or is not there', async (args, words) => {
  const { code, said } = await call(...args);
  expect(code).toBe(2);
  expect(said).toContain(words);
});

test('public holidays are kept, as in a deployment', async () => {
  const { said } = await call('simulate', '--scenario', 'silent', '--at', '2026-12-23T09:00:00Z');
  // Monday the 28th stands in for Boxing Day, which is a Saturday.
  expect(said).toContain('task      grace-okafor: answer-owed shortlist-1, due 2026-12-30 09:00');
  const elsewhere = write('settings.json', settings.replace('"country": "GB"', '"country": "XX"'));
  const unknown = await call('simulate', '--scenario', 'silent', '--edit', elsewhere);
  expect(unknown).toMatchObject({ code: 1 });
  expect(unknown.said).toContain('No public holidays are known for the country "XX"');
});

test('public holidays that were typed are refused with their place, never dropped', async () => {
  const typed = write('settings.json', settings.replace('"dates": []', '"dates": ["2026-12-24"]'));
  const { code, said } = await call('simulate', '--scenario', 'silent', '--edit', typed);
  expect(code).toBe(1);
  expect(said).toContain('calendar.holidays.dates.0: 2026-12-24 is no public holiday that was looked up');
  expect(said).toContain('holidays.extra');
});
