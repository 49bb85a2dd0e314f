import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  generateCode,
  NotACode,
  parseCode,
  TooFewRandomBytes,
  WrongCheckCharacter,
} from '../../../domain/codes/code.ts';
import { symbols } from '../../../domain/codes/symbols.ts';

const randomBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

/** The error a function throws, as a value. */
const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('a generated code', () => {
  test.each([
    ['00 00 00 00 00 00 00 00', '0000-0000-0000-0'],
    ['ff ff ff ff ff ff ff ff', 'ZZZZ-ZZZZ-ZZZZ-R'],
    ['00 44 32 14 c7 42 54 bf', '0123-4567-89AB-V'],
  ])('of the bytes %s reads %s', (hex, code) => {
    expect(generateCode(Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16)))).toBe(code);
  });

  test('is made of thirteen symbols that nobody confuses, and is parsed as itself', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const code = generateCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
        expect(parseCode(code)).toBe(code);
      }),
    );
  });

  test('changes with each of the first sixty bits', () => {
    const codes = Array.from({ length: 60 }, (_, bit) => {
      const bytes = new Uint8Array(8);
      bytes[bit >> 3] = 128 >> (bit & 7);
      return generateCode(bytes);
    });
    expect(new Set([...codes, generateCode(new Uint8Array(8))]).size).toBe(61);
  });

  test('needs eight random bytes', () => {
    expect(() => generateCode(new Uint8Array(7))).toThrow(TooFewRandomBytes);
  });
});

describe('a typed code', () => {
  test.each([
    '0123-4567-89AB-V',
    '0123456789abv',
    ' o1 23 45 67 89 aB V\n',
    'OI23–4567–89AB–V',
    'ol23\u00a04567\u00a089ab\u00a0v',
  ])('"%s" is understood', (text) => {
    expect(parseCode(text)).toBe('0123-4567-89AB-V');
  });

  test.each([
    '',
    '0123-4567-89AB',
    '0123-4567-89AB-V6',
    'U123-4567-89AB-V',
    '0123-4567-89Ä B-6',
    '0123_456789AB6',
  ])('"%s" is none', (text) => {
    expect(() => parseCode(text)).toThrow(NotACode);
  });

  test('with any one symbol wrong is refused', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const bare = generateCode(bytes).replaceAll('-', '');
        for (const place of Array.from(bare).keys()) {
          for (const wrong of symbols.replace(bare.charAt(place), '')) {
            const typed = bare.slice(0, place) + wrong + bare.slice(place + 1);
            expect(thrownBy(() => parseCode(typed))).toBeInstanceOf(WrongCheckCharacter);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('with two different symbols swapped, neighbours or not, is refused', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(randomBytes, places, (bytes, [one = 0, other = 1]) => {
        const typed = Array.from(generateCode(bytes).replaceAll('-', ''));
        const [first = '', second = ''] = [typed[one], typed[other]];
        fc.pre(first !== second);
        typed[one] = second;
        typed[other] = first;
        expect(thrownBy(() => parseCode(typed.join('')))).toBeInstanceOf(WrongCheckCharacter);
      }),
      { numRuns: 500 },
    );
  });
});
