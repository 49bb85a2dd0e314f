import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { editorSchema, scenarioSchemaFile, schemaFile } from '../../../tools/workflows/schema.ts';
import { context, definitionOf, definitions } from '../../simulator/lint/shipped.ts';

const root = new URL('../../../', import.meta.url);
const written = readFileSync(new URL(schemaFile, root), 'utf8');
const fits = new Ajv({ strict: false, logger: false }).compile(z.looseObject({}).parse(JSON.parse(written)));

test('the file is what the tool writes: npm run workflows -- schema', () => {
  expect(written).toBe(editorSchema(context));
});

test('VS Code is told which schema is for what', () => {
  const settings = z
    .object({ 'json.schemas': z.array(z.object({ fileMatch: z.array(z.string()), url: z.string() })) })
    .parse(JSON.parse(readFileSync(new URL('.vscode/settings.json', root), 'utf8')));
  expect(settings['json.schemas']).toEqual([
    { fileMatch: ['/workflows/*.asl.json'], url: `./${schemaFile}` },
    { fileMatch: ['*.scenario.json'], url: `./${scenarioSchemaFile}` },
  ]);
});

test.each([...definitions])('%s fits', (_, text) => {
  fits(JSON.parse(text));
  expect(fits.errors).toBe(null);
});

describe('an editor marks', () => {
  test.each([
    ['a field that the state does not have', '"Type": "Pass",', '"Type": "Pass", "Seconds": 1,'],
    ['an argument that the step does not take', '"pause": "offer-pause"', '"pauze": "offer-pause"'],
    ['a value that the step does not take', '"pause": "offer-pause"', '"pause": "lunch"'],
    ['a message that there is not', '"message": "loyalty-offer"', '"message": "loyalty"'],
    ['a resource that is not called here', 'lambda:invoke"', 'lambda:call"'],
    ['a placeholder that there is not', '${IssueOfferArn}', '${OfferArn}'],
    ['another time', '"at": "{% $states.context.State.EnteredTime %}"', '"at": "{% $now() %}"'],
    ['a Choice without Default', '"Default": "Pause"', '"Comment": "none"'],
  ])('%s', (_, replace, by) => {
    const text = definitionOf('loyalty-offer');
    expect(text).toContain(replace);
    expect(fits(JSON.parse(text.replace(replace, () => by)))).toBe(false);
  });
});
