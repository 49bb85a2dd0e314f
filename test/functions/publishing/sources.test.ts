import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildSources } from '../../../functions/publishing/templates.ts';
import catalogue from '../../../.build/templates.json' with { type: 'json' };

const shipped = readFileSync(new URL('../../../templates/es/decline.md', import.meta.url), 'utf8');
const problemsOf = async (source: string) => {
  const { reasons } = catalogue.locales.es;
  const { problems } = await buildSources({ decline: { es: source } }, async () => ({ reasons }));
  return problems;
};

test('what is published is measured with its samples, as in the build', async () => {
  expect(await problemsOf(shipped)).toEqual([]);
  const subject = 'subject: Nuestra decisión, nuestra decisión, nuestra decisión: {{jobTitle}}';
  const [problem] = await problemsOf(shipped.replace(/^subject: .*/m, subject));
  expect(problem).toMatchObject({ message: 'decline', locale: 'es', line: 2, severity: 'error' });
  expect(problem?.problem).toContain('a subject has 50 characters at most');
});
