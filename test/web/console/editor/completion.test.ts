import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { choicesAt } from '../../../../web/console/editor/completion.ts';
import type { JsonSchema } from '../../../../web/console/editor/json-schema.ts';
import { valuesOfMachine } from '../../../../web/console/workflows/places.ts';

const schema: JsonSchema = JSON.parse(readFileSync('workflows/schema/workflow.schema.json', 'utf8'));

/** What can be written where `|` stands. */
function labels(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return (choicesAt(text, offset, schema, valuesOfMachine)?.choices ?? []).map(({ label }) => label);
}

describe('names', () => {
  test('of the machine, those that must be there first, without those that are', () => {
    const names = labels('{ "Comment": "x", | }');
    expect(names.slice(0, 4)).toEqual(['QueryLanguage', 'TimeoutSeconds', 'StartAt', 'States']);
    expect(names).not.toContain('Comment');
  });

  test('of a state are those of its type', () => {
    expect(labels('{ "States": { "A": { "Type": "Wait", | } } }')).toContain('Seconds');
    expect(labels('{ "States": { "A": { "Type": "Task", | } } }')).toContain('Retry');
    expect(labels('{ "States": { "A": { "Type": "Wait", | } } }')).not.toContain('Retry');
  });

  test('of what a step takes are those of that step', () => {
    const step = '"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke"';
    const names = labels(
      `{ "States": { "A": { ${step}, "Arguments": { "FunctionName": "\${SendMessageArn}", "Payload": { | } } } } }`,
    );
    expect(names).toEqual(expect.arrayContaining(['message', 'to', 'occurrence']));
  });

  test('replace the word that was begun', () => {
    const text = '{ "Com" }';
    expect(choicesAt(text, 6, schema)).toMatchObject({ from: 2, to: 7 });
  });
});

describe('values', () => {
  test('that the schema names', () => {
    expect(labels('{ "States": { "A": { "Type": | } } }')).toContain('Choice');
  });

  test('are states where one goes to a state', () => {
    expect(labels('{ "States": { "A": { "Type": "Pass", "Next": "|" }, "B": {} } }')).toEqual(['A', 'B']);
    expect(labels('{ "StartAt": |, "States": { "A": {}, "B": {} } }')).toEqual(['A', 'B']);
  });

  test('are states of the same block only', () => {
    const inner = '"ItemProcessor": { "StartAt": |, "States": { "C": {} } }';
    expect(labels(`{ "States": { "A": { "Type": "Map", ${inner} }, "B": {} } }`)).toEqual(['C']);
  });
});
