import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { lintDefinition } from '../../../simulator/lint/lint.ts';
import { ruleNames } from '../../../simulator/lint/rule-names.ts';
import { isFunction } from '../../../simulator/lint/values/functions.ts';
import { harmful } from './harmful/all.ts';
import { context, definitionOf } from './shipped.ts';

test('every rule is tried by an edit', () => {
  const tried = new Set<string>(harmful.map(({ rule }) => rule));
  // It is about the templates, not the definition: the next test tries it.
  tried.add('message-locale');
  expect(Object.keys(ruleNames).filter((rule) => !tried.has(rule))).toEqual([]);
});

test('a message that is missing in one language is found where it is sent', () => {
  const templates = new Set([...context.templates].filter((one) => one !== 'fr/invitation'));
  const found = lintDefinition('candidate-journey', definitionOf('candidate-journey'), {
    ...context,
    templates,
  });
  expect(found).toMatchObject([
    { rule: 'message-locale', state: 'Invite', mend: 'Write templates/fr/invitation.md.' },
  ]);
});

test('a machine may start a new one, which is then given what it reads', () => {
  const child = definitionOf('loyalty-offer');
  const definitions = new Map(context.definitions).set('second-offer', child);
  const supplies = new Map(context.supplies).set('SecondOfferArn', { kind: 'machine', name: 'second-offer' });
  const journey = definitionOf('candidate-journey').replace('${LoyaltyOfferArn}', '${SecondOfferArn}');
  expect(lintDefinition('candidate-journey', journey, { ...context, definitions, supplies })).toEqual([]);
  const without = journey.replace('"from": "{% $answeredAt %}",\n          "AWS', '"AWS');
  expect(lintDefinition('candidate-journey', without, { ...context, definitions, supplies })).toMatchObject([
    { rule: 'child-input', state: 'Thank with an offer' },
  ]);
});

test('the journey gets only the id of the application', () => {
  const found = lintDefinition('candidate-journey', definitionOf('loyalty-offer'), context);
  expect(found).toMatchObject([{ rule: 'unknown-field', state: 'Remember the answer' }]);
});

test('of the input of a machine that nobody starts nothing is known', () => {
  expect(lintDefinition('another', definitionOf('loyalty-offer'), context)).toEqual([]);
});

test.each(['toMillis', 'distinct', 'encodeUrlComponent', 'formatInteger', 'zip', 'assert'])(
  'the library has $%s, and so does the list',
  async (name) => {
    expect(await jsonata(`$exists($${name})`).evaluate({})).toBe(true);
    expect(isFunction(name)).toBe(true);
  },
);

test('$eval is none of the functions', () => {
  expect(isFunction('eval')).toBe(false);
});

test.each(['', '[]', '"text"', '{}', '{"States": 1}', '{"StartAt": "A", "States": {"A": 1}}'])(
  'refuses %j without failing itself',
  (text) => {
    expect(lintDefinition('odd', text, context)).not.toEqual([]);
  },
);
