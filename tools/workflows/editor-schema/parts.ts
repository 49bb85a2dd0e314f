import type * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A text that Step Functions evaluates. */
export const expression: JsonSchema = {
  type: 'string',
  pattern: '^\\{%[\\s\\S]*%\\}$',
  description: 'JSONata: {% … %}',
};

/** A value, or an expression that gives one. */
export const orExpression = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, expression] });

export const text = (description: string): JsonSchema => ({ type: 'string', description });

/** A number within bounds. */
export const number = (description: string, minimum: number, maximum: number): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});

export const refer = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** An object with these members and no others. */
export function closed(properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required: [...required], additionalProperties: false };
}

/** A schema that holds only for what another one fits. */
export function when(test: JsonSchema, holds: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  return { if: test, then: holds };
}
