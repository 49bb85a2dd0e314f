/** Stands in for a handler that is not written yet. */
export function handler(): never {
  throw new Error('this handler is not written yet');
}
