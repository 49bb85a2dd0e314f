import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { scenario } from '../../simulator/what-if/scenario.ts';
import type { LintContext } from '../../simulator/lint/context.ts';
import { type JsonSchema, number, text } from './editor-schema/parts.ts';
import { definitionParts } from './editor-schema/states.ts';
import { readContext, readDefinitions } from './repository.ts';
import { type Run, UsageError } from './subcommand.ts';

/** Where editors look for it: `.vscode/settings.json` names this file. */
export const schemaFile = 'workflows/schema/workflow.schema.json';

/** The same for scenarios of the simulation. */
export const scenarioSchemaFile = 'workflows/schema/scenario.schema.json';

/** `npm run workflows -- schema` */
export const run: Run = async ([unknown], { root, print }) => {
  if (unknown !== undefined) throw new UsageError(`schema takes no arguments, not ${unknown}.`);
  writeFileSync(join(root, schemaFile), editorSchema(readContext(root, readDefinitions(root))));
  writeFileSync(join(root, scenarioSchemaFile), scenarioSchema());
  print(`${schemaFile} and ${scenarioSchemaFile} are written.\n`);
  return 0;
};

/** The JSON Schema of scenarios, as text. */
export function scenarioSchema(): string {
  const { $schema: _, ...schema } = z.toJSONSchema(scenario, { io: 'input', target: 'draft-7' });
  const whole = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Scenario of Hearback',
    description: 'A journey to simulate: what people do, and what goes wrong. docs/scenarios.md explains it.',
    ...schema,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** The JSON Schema of the workflows this product runs, as text. Draft 7, which VS Code knows best. */
export function editorSchema(context: LintContext): string {
  const whole: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Workflow of Hearback',
    description: 'A Step Functions state machine in JSONata, made of the steps of this product.',
    type: 'object',
    required: ['QueryLanguage', 'TimeoutSeconds', 'StartAt', 'States'],
    additionalProperties: false,
    properties: {
      Comment: text('What the machine does'),
      Version: { const: '1.0' },
      QueryLanguage: { const: 'JSONata' },
      TimeoutSeconds: number('The last resort: at most a year', 1, 31_536_000),
      StartAt: text('The state to begin with'),
      States: { type: 'object', additionalProperties: { $ref: '#/definitions/state' } },
    },
    definitions: definitionParts(context),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
