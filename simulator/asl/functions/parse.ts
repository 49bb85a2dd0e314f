import { type Json, parseJson } from '../json.ts';

/** `$parse(text)`: the JSON value of a text; throws for a text that is no JSON. */
export function parse(text: unknown): Json | undefined {
  return typeof text === 'string' ? parseJson(text) : undefined;
}
