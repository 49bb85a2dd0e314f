/** Turns a message's variables into what its template sees, and a message's schema into what it may name. */
import * as z from 'zod';
import { zone } from '../../domain/messages/values.ts';
import { kindOf } from './kinds.ts';
import type { Reader } from './kinds.ts';
import { fields, flag, list, optional, text } from './shape.ts';
import type { Shape } from './shape.ts';

/** The tags that a schema's values answer; a time zone shapes other values and answers none itself. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const own = schema instanceof z.ZodType ? kindOf(schema) : undefined;
  if (own) return own.shape;
  if (schema instanceof z.ZodOptional) return optional(shapeOf(schema.unwrap()));
  if (schema instanceof z.ZodArray) return list(shapeOf(schema.element));
  if (schema instanceof z.ZodObject) {
    return fields(mapValues(schema.shape, (member) => (member === zone ? undefined : shapeOf(member))));
  }
  if (schema instanceof z.ZodEnum) return fields(mapValues(schema.enum, () => flag));
  if (schema instanceof z.ZodBoolean) return flag;
  if (schema instanceof z.ZodString || schema instanceof z.ZodLiteral) return text;
  throw new TypeError(`No template can show a value of the kind ${schema._zod.def.type}`);
}

/** The values themselves, written for a reader. `value` has been parsed with `schema`. */
export function viewOf(schema: z.core.$ZodType, value: unknown, reader: Reader): unknown {
  if (value === undefined) return undefined;
  const own = schema instanceof z.ZodType ? kindOf(schema) : undefined;
  if (own) return own.write(value, reader);
  if (schema instanceof z.ZodOptional) return viewOf(schema.unwrap(), value, reader);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => viewOf(schema.element, item, reader));
  }
  if (schema instanceof z.ZodObject) {
    const given = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(value)));
    return mapValues(schema.shape, (member, name) => viewOf(member, given.get(name), reader));
  }
  if (schema instanceof z.ZodEnum) return mapValues(schema.enum, (member) => member === value);
  return value;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, name: string) => To | undefined,
): Record<string, To> {
  const mapped: Record<string, To> = {};
  for (const [name, value] of Object.entries(record)) {
    const result = to(value, name);
    if (result !== undefined) mapped[name] = result;
  }
  return mapped;
}
