import * as z from 'zod';
import type { LintContext } from '../../../simulator/lint/context.ts';
import { type JsonSchema, closed, expression, orExpression, when } from './parts.ts';

const ENTERED = '{% $states.context.State.EnteredTime %}';

/** What a Task's Arguments are when it invokes a step: chosen by the placeholder of the function. */
export function stepArguments(context: LintContext): JsonSchema[] {
  const placeholders = [...context.supplies].filter(([, { kind }]) => kind === 'step');
  return placeholders.map(([placeholder, { name }]) =>
    when(
      { properties: { FunctionName: { const: `\${${placeholder}}` } } },
      { properties: { Payload: payloadOf(context, name) } },
    ),
  );
}

/** The functions a Task can invoke, as FunctionName names them. */
export function functionNames({ supplies }: LintContext): JsonSchema {
  const steps = [...supplies].filter(([, { kind }]) => kind === 'step').map(([name]) => `\${${name}}`);
  return { enum: steps, description: 'The step to run' };
}

function payloadOf(context: LintContext, step: string): JsonSchema {
  const input = Object.entries(context.steps.get(step)?.input ?? {});
  return closed(
    Object.fromEntries(input.map(([name, type]) => [name, argument(context, step, name, type)])),
    input.filter(([, type]) => !type.safeParse(undefined).success).map(([name]) => name),
  );
}

function argument(context: LintContext, step: string, name: string, type: z.ZodType): JsonSchema {
  if (name === 'at') return { const: ENTERED, description: 'When the state was entered' };
  if (name === 'taskToken') return { const: '{% $states.context.Task.Token %}' };
  if (step === 'send-message' && name === 'message') {
    const sendable = [...context.messages].filter(([, one]) => one.sendable).map(([message]) => message);
    return orExpression({ enum: sendable, description: 'The message to send' });
  }
  const { $schema: _, ...schema } = z.toJSONSchema(type, { target: 'draft-7', io: 'input' });
  // An object may hold expressions at any depth: the lint looks into those.
  return schema.type === 'object' ? { anyOf: [{ type: 'object' }, expression] } : orExpression(schema);
}
