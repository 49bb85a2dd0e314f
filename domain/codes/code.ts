import { checkValue, symbols } from './symbols.ts';

const RANDOM_SYMBOLS = 12;
const BITS_PER_SYMBOL = 5;
const RANDOM_BYTES = Math.ceil((RANDOM_SYMBOLS * BITS_PER_SYMBOL) / 8);

/** Fewer random bytes were given than a code that cannot be guessed needs. */
export class TooFewRandomBytes extends Error {
  override readonly name = 'TooFewRandomBytes';

  constructor(given: number) {
    super(`A code takes ${RANDOM_BYTES} random bytes, not ${given}.`);
  }
}

/** The text has not the length or not the characters of a code. */
export class NotACode extends Error {
  override readonly name = 'NotACode';

  constructor() {
    super(`A code has ${RANDOM_SYMBOLS + 1} letters and digits, and never the letter U.`);
  }
}

/** The text looks like a code, but its last character does not fit the others: it was mistyped. */
export class WrongCheckCharacter extends Error {
  override readonly name = 'WrongCheckCharacter';

  constructor() {
    super('The last character does not fit the others: one of them was mistyped.');
  }
}

/**
 * A promotion code with 60 random bits and a check character, `XXXX-XXXX-XXXX-C`. Takes at least 8 bytes
 * from a cryptographic source; uses the first 60 bits.
 * @throws TooFewRandomBytes
 */
export const generateCode = (randomBytes: Uint8Array): string => {
  if (randomBytes.length < RANDOM_BYTES) throw new TooFewRandomBytes(randomBytes.length);
  const bits = randomBytes.slice(0, RANDOM_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const spare = BigInt(RANDOM_BYTES * 8 - RANDOM_SYMBOLS * BITS_PER_SYMBOL);
  const values = Array.from({ length: RANDOM_SYMBOLS }, (_, index) => {
    const below = BigInt((RANDOM_SYMBOLS - 1 - index) * BITS_PER_SYMBOL);
    return Number((bits >> (spare + below)) & 31n);
  });
  return written([...values, checkValue(values)]);
};

/**
 * The code as generateCode wrote it, from what a person typed: in any case, with or without spaces and
 * hyphens, with I or L for 1 and O for 0.
 * @throws NotACode, WrongCheckCharacter
 */
export const parseCode = (text: string): string => {
  const bare = text
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  const values = Array.from(bare, (symbol) => symbols.indexOf(symbol));
  if (values.length !== RANDOM_SYMBOLS + 1 || values.includes(-1)) throw new NotACode();
  if (values.at(-1) !== checkValue(values.slice(0, -1))) throw new WrongCheckCharacter();
  return written(values);
};

const written = (values: readonly number[]): string =>
  values
    .map((value) => symbols.charAt(value))
    .join('')
    .replaceAll(/.{4}(?=.)/g, '$&-');
