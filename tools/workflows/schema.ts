import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LintContext } from '../../simulator/lint/context.ts';
import { type JsonSchema, number, text } from './editor-schema/parts.ts';
import { definitionParts } from './editor-schema/states.ts';
import { readContext, readDefinitions } from './repository.ts';
import type { Run } from './subcommand.ts';

/** Where editors look for it: `.vscode/settings.json` names this file. */
export const schemaFile = 'workflows/schema/workflow.schema.json';

/** `npm run workflows -- schema` */
export const run: Run = async (_, { root, print }) => {
  writeFileSync(join(root, schemaFile), editorSchema(readContext(root, readDefinitions(root))));
  print(`${schemaFile} is written.\n`);
  return 0;
};

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
