import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedName } from '../../../domain/people/typed-name.ts';

const isTaken = (name: string) => typedName.safeParse(name).success;

describe('a name that somebody types', () => {
  it.each([
    'St. John',
    "O'Neil",
    'Dr. Ana M. Ruiz',
    'J.R.R. Tolkien',
    'J.R.R.Tolkien',
    'Nguyễn Thị Minh Khai',
    'Sammy Davis Jr.',
    'Jean-Luc Picard',
    'Prof. Dr.-Ing. Max Müller, M.Sc.',
    'Ravi s/o Kumar',
    'Mary (Molly) Smith',
    '王小明',
    'محمد علي',
    'X',
  ])('may be %s', (name) => {
    expect(isTaken(name)).toBe(true);
  });

  it.each([
    'https://evil.example/win',
    'Julia, see http://1.2.3.4',
    'hxxp://evil',
    'www.evil',
    'WWW.EVIL.EXAMPLE',
    'win@evil.example',
    'evil.example',
    'Evil.Example',
    'Julia evil.example/win now',
    't.co/win',
    '10.0.0.1/win',
    'shop-2.example',
    'xn--bcher-kva.example',
    'ｗｗｗ．evil．example',
    'evil。example',
    'Julia＠evil',
  ])('may not be %s', (name) => {
    expect(isTaken(name)).toBe(false);
  });

  it('may be any words, with any full stops before spaces', () => {
    const word = fc.stringMatching(/^\p{L}[\p{L}'’-]{0,12}[.,]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => isTaken(words.join(' '))),
    );
  });

  it('may hold no host, wherever it stands and whatever follows', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/);
    const ending = fc.constantFrom('com', 'example', 'co', 'online', 'рф');
    const around = fc.constantFrom('', ' ', 'Julia ', ' Martin', '(', ')', '/win', ':80/', '?a=b');
    fc.assert(
      fc.property(
        around,
        label,
        ending,
        around,
        (before, name, end, after) => !isTaken(`${before}${name}.${end}${after}`),
      ),
    );
  });
});
