import { canonical } from '../api/canonical.ts';

/** The parts by which settings differ: `promises.shortlist`, `staff`. */
export function changedFields(before: object | undefined, after: object): string[] {
  const old = new Map(Object.entries(before ?? {}));
  return Object.entries(after).flatMap(([name, value]: [string, unknown]) => {
    const was: unknown = old.get(name);
    if (isSame(was, value)) return [];
    const inner = isRecord(was) && isRecord(value) ? changedWithin(was, value) : [];
    return inner.length === 0 ? [name] : inner.map((field) => `${name}.${field}`);
  });
}

/** A table gives the keys of a map in any order. */
const isSame = (one: unknown, other: unknown): boolean => canonical({ one }) === canonical({ one: other });

function changedWithin(was: Record<string, unknown>, value: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(was), ...Object.keys(value)]);
  return [...names].filter((name) => !isSame(was[name], value[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
