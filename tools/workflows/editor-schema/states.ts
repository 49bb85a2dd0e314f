import { COMMON_FIELDS, STATE_FIELDS } from '../../../simulator/asl/definition/fields.ts';
import { MAX_SECONDS } from '../../../simulator/asl/definition/reading.ts';
import type { LintContext } from '../../../simulator/lint/context.ts';
import { type JsonSchema, closed, expression, number, orExpression, refer, text, when } from './parts.ts';
import { resource, taskArguments } from './task.ts';

const seconds = (description: string, least = 1): JsonSchema =>
  orExpression(number(description, least, MAX_SECONDS));

/** Every field a state can have. */
const FIELDS: Readonly<Record<string, JsonSchema>> = {
  Type: { enum: Object.keys(STATE_FIELDS) },
  Comment: text('Why this state is there'),
  QueryLanguage: { const: 'JSONata' },
  Next: text('The state to go to'),
  End: { type: 'boolean', description: 'Whether the machine, branch or item ends here' },
  Assign: { type: 'object', description: 'Variables for later states, by name' },
  Output: { description: 'What the next state is given; without it the result' },
  Resource: resource,
  Arguments: { description: 'What is called with what' },
  TimeoutSeconds: seconds('After this many seconds the task fails with States.Timeout'),
  HeartbeatSeconds: seconds('Less than TimeoutSeconds'),
  Retry: { type: 'array', items: refer('retrier') },
  Catch: { type: 'array', items: refer('catcher') },
  Choices: { type: 'array', minItems: 1, items: refer('rule') },
  Default: text('The state to go to when no rule fits'),
  Seconds: seconds('How long to wait', 0),
  Timestamp: { type: 'string', description: 'Until when to wait, ISO 8601' },
  Branches: { type: 'array', items: refer('block') },
  Items: { description: 'The list to go through' },
  ItemSelector: { description: 'What each item becomes; {% $states.context.Map.Item.Value %} is the item' },
  MaxConcurrency: seconds('How many items at a time', 0),
  ToleratedFailurePercentage: orExpression(number('Failed items in per cent', 0, 100)),
  ToleratedFailureCount: seconds('Failed items', 0),
  ItemProcessor: refer('processor'),
  Error: text('The name of the error'),
  Cause: text('Why, in words'),
};

/** What each type cannot do without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource', 'Arguments', 'Retry'],
  Choice: ['Choices', 'Default'],
  Parallel: ['Branches'],
  Map: ['ItemProcessor'],
};

/** The parts of a definition, by name. */
export function definitionParts(context: LintContext): Record<string, JsonSchema> {
  const outcome = {
    Next: text('The state to go to'),
    Assign: field('Assign'),
    Output: field('Output'),
    Comment: field('Comment'),
  };
  const errors: JsonSchema = { type: 'array', minItems: 1, items: { type: 'string' } };
  const block = {
    StartAt: text('The state to begin with'),
    States: { type: 'object' as const, additionalProperties: refer('state') },
    Comment: field('Comment'),
  };
  return {
    state: {
      type: 'object',
      required: ['Type'],
      properties: { Type: field('Type') },
      allOf: Object.entries(STATE_FIELDS).map(([type, fields]) =>
        when({ properties: { Type: { const: type } } }, stateOf(context, type, fields)),
      ),
    },
    retrier: closed(
      {
        ErrorEquals: errors,
        IntervalSeconds: number('The first pause', 1, MAX_SECONDS),
        BackoffRate: { type: 'number', minimum: 1, description: 'Each pause is this much longer' },
        MaxAttempts: number('How often it is tried again', 0, 10),
        MaxDelaySeconds: number('No pause is longer', 1, 31_622_400),
        JitterStrategy: { enum: ['FULL', 'NONE'] },
        Comment: text('How long this takes at most, in all'),
      },
      ['ErrorEquals', 'MaxAttempts', 'JitterStrategy'],
    ),
    catcher: closed({ ErrorEquals: errors, ...outcome }, ['ErrorEquals', 'Next']),
    rule: closed({ Condition: orExpression({ type: 'boolean' }), ...outcome }, ['Condition', 'Next']),
    block: closed(block, ['StartAt', 'States']),
    processor: closed({ ...block, ProcessorConfig: closed({ Mode: { const: 'INLINE' } }) }, [
      'StartAt',
      'States',
    ]),
    expression,
  };
}

function stateOf(context: LintContext, type: string, fields: readonly string[]): JsonSchema {
  const known = [...COMMON_FIELDS, ...fields].filter((name) => name !== 'Iterator');
  const shape = closed(Object.fromEntries(known.map((name) => [name, field(name)])), [
    'Type',
    ...(REQUIRED[type] ?? []),
  ]);
  return type === 'Task' ? { ...shape, allOf: taskArguments(context) } : shape;
}

function field(name: string): JsonSchema {
  const schema = FIELDS[name];
  if (!schema) throw new Error(`the field ${name} is not described`);
  return schema;
}
