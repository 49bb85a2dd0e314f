import type { Json } from './json.ts';

/** Not for the quick way: the interpreter has to say. */
export const UNSURE = Symbol('unsure');
export type Unsure = typeof UNSURE;

/** A value, nothing, or unsure. */
export type Quick = Json | undefined | Unsure;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

const ofNumber =
  (round: (value: number) => number) =>
  (value: Quick): Quick =>
    typeof value === 'number' ? round(value) : UNSURE;

const ofNumbers =
  (pick: (...values: number[]) => number) =>
  (values: Quick): Quick => {
    if (!Array.isArray(values) || values.length === 0) return UNSURE;
    const numbers = values.filter((one) => typeof one === 'number');
    return numbers.length === values.length ? pick(...numbers) : UNSURE;
  };

/** A value as text, where JSONata and JavaScript write it alike. */
export function textOf(value: Quick): string | Unsure {
  if (typeof value === 'string') return value;
  const plain = typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value));
  return plain ? String(value) : UNSURE;
}

function toMillis(value: Quick): Quick {
  if (typeof value !== 'string' || !INSTANT.test(value)) return UNSURE;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? UNSURE : instant;
}

/** Functions of one argument, for the kinds of argument for which nothing about them is special. */
export const QUICK_FUNCTIONS: ReadonlyMap<string, (value: Quick) => Quick> = new Map([
  ['toMillis', toMillis],
  ['string', textOf],
  ['ceil', ofNumber(Math.ceil)],
  ['floor', ofNumber(Math.floor)],
  ['max', ofNumbers(Math.max)],
  ['min', ofNumbers(Math.min)],
  ['count', (value: Quick): Quick => (Array.isArray(value) ? value.length : UNSURE)],
  ['not', (value: Quick): Quick => (typeof value === 'boolean' ? !value : UNSURE)],
]);
