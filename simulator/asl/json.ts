/** A JSON value. Values are shared between states and never changed in place. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isObject(value);
}

/** The word the service uses for the type of a value: `array`, `null`, `object`, `string`, `number`, `boolean`. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Parses JSON text; throws SyntaxError. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** Parses JSON text that somebody wrote; throws SyntaxError also for a number too large, which would become null. */
export function parseGiven(text: string): Json {
  const value = parseJson(text);
  if (allFinite(value)) return value;
  throw new SyntaxError('A number is too large');
}

const allFinite = (value: Json): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(allFinite)
    : typeof value !== 'number' || Number.isFinite(value);

/** Whether the JSON text of a value is longer than `limit` bytes of UTF-8; stops counting as soon as it is. */
export function exceedsBytes(value: Json, limit: number): boolean {
  return atMost(value, limit) > limit && measure(value, limit) > limit;
}

/** Not below the number of bytes, and soon counted: no character takes more than six, `\\u0001`. */
function atMost(value: Json, limit: number): number {
  if (typeof value === 'string') return value.length * 6 + 2;
  if (value === null || typeof value !== 'object') return 24;
  let size = 2;
  for (const [key, item] of Object.entries(value)) {
    size += key.length * 6 + 4 + atMost(item, limit - size);
    if (size > limit) return size;
  }
  return size;
}

function measure(value: Json, limit: number): number {
  if (typeof value === 'string') return value.length + 2 > limit ? limit + 1 : textBytes(value);
  if (value === null || typeof value !== 'object') return String(value).length;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      size += measure(item, limit - size) + 1;
      if (size > limit) return size;
    }
    return size === 2 ? size : size - 1;
  }
  for (const [key, item] of Object.entries(value)) {
    size += textBytes(key) + 2 + measure(item, limit - size);
    if (size > limit) return size;
  }
  return size === 2 ? size : size - 1;
}

const PLAIN = /^[ !#-[\]-~]*$/;
const UTF8 = new TextEncoder();

function textBytes(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : UTF8.encode(JSON.stringify(text)).byteLength;
}
