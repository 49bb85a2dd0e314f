import * as z from 'zod';

/** Any JSON value; CloudFormation templates and AWS payloads are nothing else. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

const json: z.ZodType<Json> = z.json();

/** Parses JSON text. Throws SyntaxError when it is none. */
export function parseJson(text: string): Json {
  return json.parse(JSON.parse(text));
}

/** True for a JSON object (not null, not an array). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
