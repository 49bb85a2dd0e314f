/** Crockford's base 32: digits and capitals without I, L, O and U. Source: crockford.com/base32.html. */
export const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The check character of a row of symbol values (0 to 31).
 *
 * It is the one symbol that makes the row, read as a polynomial over the field of 32 elements, vanish at a
 * primitive element. Each place so has a weight of its own, for up to 31 places: the check fails for every
 * single wrong symbol and for any two that changed places. Crockford's own check, modulo 37, needs five
 * further signs that are hard to read out on the phone.
 */
export const checkValue = (values: readonly number[]): number =>
  values.reduce((sum, value) => timesGenerator(sum ^ value), 0);

/** Multiplies by x in GF(2)[x] modulo the primitive polynomial x^5 + x^2 + 1. */
const timesGenerator = (value: number): number => {
  const shifted = value << 1;
  return shifted & 0b100000 ? shifted ^ 0b100101 : shifted;
};
