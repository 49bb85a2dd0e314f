import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { workflows } from '../../../tools/workflows.ts';
import { definitionOf } from '../../simulator/lint/shipped.ts';
import { aslValidatorFindings } from '../../../tools/workflows/validators.ts';

const root = new URL('../../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'workflows-'));

async function call(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await workflows(args, { root, folder, print: (text) => (said += text) });
  return { code, said };
}

function edit(replace: string, by: string): string {
  const file = 'loyalty-offer.asl.json';
  writeFileSync(join(folder, file), definitionOf('loyalty-offer').replace(replace, by));
  return file;
}

const report = z.object({
  errors: z.number(),
  warnings: z.number(),
  findings: z.array(z.object({ file: z.string(), line: z.number(), rule: z.string(), mend: z.string() })),
});

test('the shipped workflows are clean', async () => {
  expect(await call('check')).toEqual({ code: 0, said: '0 errors, 0 warnings\n' });
});

test('an edited file is held against the others, and a finding says where, why and what to do', async () => {
  const { code, said } = await call('check', edit('"from": "{% $from %}"', '"from": "{% $form %}"'));
  expect(code).toBe(1);
  expect(said).toMatch(
    /loyalty-offer\.asl\.json:\d+:\d+ error unassigned-variable in 'Start the pause'\n {4}\$form is never assigned.*\n {4}Correct/,
  );
});

test('what an edit breaks in the machine that starts it is found there', async () => {
  const { code, said } = await call('check', edit('"outcome": "no-offer"', '"result": "no-offer"'));
  expect(code).toBe(1);
  expect(said).toMatch(/^workflows\/candidate-journey.* unknown-field in 'Thank with an offer'\n.*'outcome'/);
});

test('a step that no workflow uses any more is worth a warning', async () => {
  const file = edit('${IssueOfferArn}', '${ScreenApplicationArn}');
  const { said } = await call('check', file);
  expect(said).toContain('workflows:1:1 warning placeholder-unused\n    No workflow uses ${IssueOfferArn}');
});

test('as JSON for other programs', async () => {
  const { code, said } = await call('check', '--json', edit('"Default": "Pause"', '"Default": "Paus"'));
  const { errors, findings } = report.parse(JSON.parse(said));
  expect(code).toBe(1);
  expect(errors).toBe(findings.length);
  expect(findings.map(({ rule }) => rule)).toEqual(['transition-target', 'unreachable-state']);
});

test('what only the validator of others finds is shown too, and what our own have said of a state is not said twice', () => {
  const text = definitionOf('keep-promise').replaceAll('"Tell one person"', '"Promise over"');
  const found = aslValidatorFindings(text, []);
  expect(found).toEqual([
    expect.objectContaining({
      rule: 'asl-validator',
      severity: 'error',
      message: expect.stringContaining('Promise over'),
    }),
  ]);
  expect(aslValidatorFindings(text, found)).toEqual([]);
});

test('a warning alone refuses nothing', async () => {
  const { code, said } = await call('check', edit('"MaxAttempts": 6', '"MaxAttempts": 5'));
  expect(code).toBe(0);
  expect(said).toContain('warning retry-comment');
});

test.each([
  [['chekc'], "There is no subcommand 'chekc'"],
  [[], 'Usage'],
])('%j is answered with how every call is written', async (args, words) => {
  const { code, said } = await call(...args);
  expect(code).toBe(2);
  expect(said).toContain(words);
  expect(said).toContain('Usage: npm run workflows -- SUBCOMMAND');
});

test('a subcommand that is called wrongly is answered with how that one is written', async () => {
  const { code, said } = await call('publish', '--note', 'A calmer word', '--canary', 'half');
  expect(code).toBe(2);
  expect(said).toMatch(
    /^--canary takes a share of new applications[^\n]*\n\nUsage: npm run workflows -- publish /,
  );
  expect(said).not.toContain('simulate');
});

test('a file that is not there is named, and nothing else is said', async () => {
  for (const name of ['check', 'diff', 'publish']) {
    const note = name === 'publish' ? ['--note', 'A calmer word'] : [];
    const { code, said } = await call(name, ...note, 'nowhere.asl.json');
    expect(code).toBe(2);
    expect(said).toMatch(/^There is no file [^\n]*nowhere.asl.json\.\n$/);
  }
});

test('the mark that some editors begin a file with is no fault of it', async () => {
  writeFileSync(join(folder, 'loyalty-offer.asl.json'), `\uFEFF${definitionOf('loyalty-offer')}`);
  expect(await call('check', 'loyalty-offer.asl.json')).toEqual({ code: 0, said: '0 errors, 0 warnings\n' });
});

test.each(['null', '[]', '"text"', '7'])('a file that holds %s is no workflow', async (text) => {
  writeFileSync(join(folder, 'loyalty-offer.asl.json'), text);
  const { code, said } = await call('check', 'loyalty-offer.asl.json');
  expect(code).toBe(2);
  expect(said).toContain('holds no workflow');
});

test('nor is a folder', async () => {
  mkdirSync(join(folder, 'folder.asl.json'));
  const { code, said } = await call('check', 'folder.asl.json');
  expect(code).toBe(2);
  expect(said).toContain('There is no file');
});

test('of a text that is no JSON only that is said', async () => {
  const { code, said } = await call('check', '--json', edit('"Pause": {', '"Pause": '));
  expect(code).toBe(1);
  expect(report.parse(JSON.parse(said)).findings).toMatchObject([{ rule: 'json' }]);
});
