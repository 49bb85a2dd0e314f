type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with the members of its objects in the order that another has them: the store keeps none. */
export function inOrderOf(value: unknown, like: unknown): unknown {
  if (Array.isArray(value)) {
    const others: readonly unknown[] = Array.isArray(like) ? like : [];
    return value.map((item: unknown, index) => inOrderOf(item, others[index]));
  }
  if (!isFields(value)) return value;
  const other = isFields(like) ? like : {};
  const known = Object.keys(other).filter((name) => Object.hasOwn(value, name));
  const added = Object.keys(value).filter((name) => !Object.hasOwn(other, name));
  const names = [...known, ...added.toSorted()];
  return Object.fromEntries(names.map((name) => [name, inOrderOf(value[name], other[name])]));
}
