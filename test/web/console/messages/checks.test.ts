import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '../../../../domain/messages/locale.ts';
import type { Locale } from '../../../../domain/messages/locale.ts';
import { messageNames } from '../../../../domain/messages/messages.ts';
import { checksOf } from '../../../../web/console/messages/checks.ts';
import { insertables } from '../../../../web/console/messages/variables.ts';

const shipped = (message: string, locale: Locale): string =>
  readFileSync(`templates/${locale}/${message}.md`, 'utf8');

const head = `---
subject: Our decision
preheader: What we decided about your application, and what you can do next.
---
`;
const rules = (body: string, subjects: string[] = []): string[] =>
  checksOf({ locale: 'en', source: head + body, others: {}, subjects }).map(({ rule }) => rule);

describe('what is shipped', () => {
  test.each(messageNames)('%s has nothing that mail filters take badly', (message) => {
    const found = locales.flatMap((locale) =>
      checksOf({ locale, source: shipped(message, locale), others: {}, subjects: [] }).map(
        (check) => `${locale}: ${check.message}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

test.each([
  ['capitals', 'This is VERY URGENTLY needed.'],
  ['exclamation', 'Thank you!'],
  ['exclamation', '¡Gracias, {{firstName}}.'],
  ['pushing', 'Act now.'],
  ['link-text', 'See [here](https://www.example.com).'],
  ['link-text', 'Vea [aquí](https://www.example.com).'],
  ['bare-link', 'See https://www.example.com for more.'],
  ['image-text', '![](https://www.example.com/a.png) and words enough to read, which is what counts here.'],
  ['image-only', '![Our shop](https://www.example.com/a.png)'],
])('%s: %s', (rule, body) => {
  expect(rules(body)).toContain(rule);
});

test('what is said plainly is left alone', () => {
  expect(
    rules('Call 1-800-GR8HR, [see our jobs]({{reapply.url}}), or use {{CODE}} or SAVE-15.', ['Our decision']),
  ).toEqual([]);
});

test('a subject is as long as it is with a long name in it', () => {
  expect(rules('', ['x'.repeat(50)])).toEqual([]);
  expect(rules('', ['short', 'x'.repeat(51)])).toEqual(['subject']);
});

test('languages that name other things are told apart, both ways', () => {
  const found = checksOf({
    locale: 'en',
    source: `${head}{{a.full}} {{b}}`,
    others: { fr: `${head}{{b}} {{#c}}{{c.full}}{{/c}}` },
    subjects: [],
  });
  expect(found.map(({ message }) => message)).toEqual([
    'French names c, c.full; English does not.',
    'English names a.full; French does not.',
  ]);
});

test('what can be inserted is what the texts name, and the plain texts the message carries', () => {
  const choices = insertables('acknowledgement', [shipped('acknowledgement', 'en')]);
  const inserts = choices.map(({ insert }) => insert);
  expect(inserts).toEqual(
    expect.arrayContaining([
      '{{decisionDue.full}}',
      '{{firstName}}',
      '{{person.name}}',
      '{{#interviewWeek}}{{/interviewWeek}}',
    ]),
  );
  expect(inserts).not.toContain('{{decisionDue}}');
});
