import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prove } from '../../../simulator/proof/prove.ts';
import { workflows } from '../../../tools/workflows.ts';
import { currentTexts, parsed } from '../../../tools/workflows/read.ts';
import { definitionOf } from '../../simulator/lint/shipped.ts';

const root = new URL('../../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
// Few situations: these tests ask how the answer is given, not what it is.
const few = ['--places', '12'];

async function call(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await workflows(args, { root, folder, print: (text) => (said += text) });
  return { code, said };
}

/** Writes an edited copy of a file of the repository and gives its name. */
function edit(file: string, from: string, replace: string, by: string): string {
  const text = readFileSync(join(root, from), 'utf8');
  expect(text).toContain(replace);
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(
    join(folder, file),
    text.replace(replace, () => by),
  );
  return file;
}

test('threads give the very proof that one thread gives', async () => {
  const { code, said } = await call('prove', '--json', ...few);
  expect(code).toBe(1);
  const { settings } = parsed(currentTexts(root));
  const machines = currentTexts(root).machines;
  expect(JSON.parse(said)).toEqual(
    JSON.parse(JSON.stringify(await prove({ machines, settings, templateFault: undefined }, 12))),
  );
});

test('edits of several files at once: what breaks is shown as a timeline, what was not seen is undecided', async () => {
  const machine = edit(
    'candidate-journey.asl.json',
    'workflows/candidate-journey.asl.json',
    '"message": "acknowledgement"',
    '"message": "survey"',
  );
  const template = edit('fr/release.md', 'templates/fr/release.md', '---', '--');
  const { code, said } = await call('prove', '--edit', machine, '--edit', template, ...few);
  expect(code).toBe(1);
  expect(said).toMatch(/ 1\. broken .*\n.* has heard nothing\n {2}\d{4}-.* candidate: survey/);
  expect(said).toMatch(/ 8\. undecided/);
  expect(said).toMatch(/10\. broken .*\n.*templates\/fr\/release\.md/);
  expect(said).not.toMatch(/ [1-9]\. holds/);
  expect(said).toContain('Too large to look at all of it: given up after ');
});

test.each([
  [['--edit', 'nowhere/keep-promise.asl.json'], 2, 'There is no file'],
  [['--edit', 'other.asl.json'], 2, 'An edit is called'],
  [['--places', 'many'], 2, '--places takes a number above 0, not many.'],
  [['--fast'], 2, "Unknown option '--fast'"],
  [['--edit', 'settings.json'], 1, 'settings.json must not be published:\n'],
  [
    ['--edit', 'keep-promise.asl.json'],
    1,
    'keep-promise.asl.json must not be published:\n✖ Value should be one of the following: [',
  ],
  [['--edit', 'loyalty-offer.asl.json'], 1, 'loyalty-offer.asl.json is no JSON: '],
  [['--json', '--edit', 'settings.json'], 1, '{"error":"settings.json must not be published:'],
  [['--json', '--fast'], 2, '{"error":"Unknown option'],
])('%j is answered with %i and words', async (args, wanted, words) => {
  writeFileSync(join(folder, 'other.asl.json'), '{}');
  writeFileSync(join(folder, 'settings.json'), '{}');
  writeFileSync(
    join(folder, 'keep-promise.asl.json'),
    definitionOf('keep-promise').replace('"Task"', '"Tusk"'),
  );
  writeFileSync(join(folder, 'loyalty-offer.asl.json'), '{ "StartAt": ');
  const { code, said } = await call('prove', ...args);
  expect(code).toBe(wanted);
  expect(said).toContain(words);
});
