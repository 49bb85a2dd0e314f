import { describe, expect, test } from 'vitest';
import { isOfType } from '../../../domain/files/signature.ts';
import { resumeType } from '../../../domain/api/intake/resume.ts';
import type { ResumeType } from '../../../domain/api/intake/resume.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const bytes = (text: string) => Buffer.from(text, 'latin1');
const beginnings: readonly [ResumeType, string][] = [
  ['application/pdf', '%PDF-1.4\n'],
  ['application/pdf', `${' '.repeat(900)}%PDF-2.0`],
  ['application/msword', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
  [word, 'PK\x03\x04\x14\0'],
  ['application/vnd.oasis.opendocument.text', 'PK\x03\x04'],
  ['text/plain', 'Julia Martin\nSales, Leeds'],
  ['text/plain', '\xff\xfeJ\0u\0'],
  ['text/plain', '\xfe\xff\0J\0u'],
];

describe('the beginning of a file', () => {
  test.each(beginnings)('fits %s', (type, text) => {
    expect(isOfType(type, bytes(text))).toBe(true);
  });

  test.each(resumeType.options)('of a program fits not even %s', (type) => {
    expect(isOfType(type, bytes('MZ\x90\0\x03\0\0\0'))).toBe(false);
    expect(isOfType(type, bytes('\x7fELF\x02\x01\x01\0'))).toBe(false);
  });

  test('of one type fits no other one, but for the two that are archives', () => {
    expect(isOfType('application/pdf', bytes('PK\x03\x04'))).toBe(false);
    expect(isOfType(word, bytes('%PDF-1.4'))).toBe(false);
    expect(isOfType('application/msword', bytes('PK\x03\x04'))).toBe(false);
    expect(isOfType('application/pdf', new Uint8Array())).toBe(false);
  });
});
