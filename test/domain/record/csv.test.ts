import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../domain/record/csv.ts';

describe('A table as text', () => {
  it('keeps commas, quotes and line breaks inside their cell, and ends each line with CR LF', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe(
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x', '=HYPERLINK("http://x","y")'])(
    'is no formula to a spreadsheet: %j',
    (text) => {
      const cell = csvOf([[text]]);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('writes numbers as numbers, below zero too', () => {
    expect(csvOf([[-1, 2.5]])).toBe('-1,2.5\r\n');
  });

  it('leaves alone a text that only has such a character inside', () => {
    expect(csvOf([['2026-06-01', 'a=b']])).toBe('2026-06-01,a=b\r\n');
  });
});
