/** From the root of the settings to a value in them. */
export type Place = readonly (string | number)[];

/** The value at a place; undefined when it is not there. */
export function valueAt(raw: unknown, place: Place): unknown {
  let value = raw;
  for (const part of place) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(part))?.[1];
  }
  return value;
}

/** The same with another value at a place; undefined takes it out. What leads there is made where it is missing. */
export function replacedAt(raw: unknown, place: Place, value: unknown): unknown {
  const [part, ...rest] = place;
  if (part === undefined) return value;
  if (Array.isArray(raw)) {
    const index = Number(part);
    const next = replacedAt(raw[index], rest, value);
    return next === undefined ? raw.toSpliced(index, 1) : Object.assign([...raw], { [index]: next });
  }
  const next = replacedAt(valueAt(raw, [part]), rest, value);
  const others = Object.entries(typeof raw === 'object' && raw !== null ? raw : {});
  if (next === undefined) return Object.fromEntries(others.filter(([name]) => name !== part));
  return { ...Object.fromEntries(others), [part]: next };
}

/** What differs between two values, leaf by leaf; lists count as one when their lengths differ. */
export interface Change {
  readonly place: Place;
  readonly before: unknown;
  readonly after: unknown;
}

export function changesBetween(before: unknown, after: unknown, place: Place = []): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [one, other] = [membersOf(before), membersOf(after)];
  const differentLists = Array.isArray(before) && Array.isArray(after) && before.length !== after.length;
  if (one === undefined || other === undefined || differentLists) return [{ place, before, after }];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((name) => changesBetween(one.get(name), other.get(name), [...place, name]));
}

const membersOf = (value: unknown): Map<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
