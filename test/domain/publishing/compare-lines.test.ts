import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from '../../../domain/publishing/compare-lines.ts';

test('equal texts have nothing to tell', () => {
  expect(compareLines('a\nb', 'a\nb')).toEqual([]);
});

test('a changed line is told with three around it, and where it stands now', () => {
  const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const [hunk, ...others] = compareLines(lines.join('\n'), lines.with(4, 'five').join('\n'));
  expect(others).toEqual([]);
  expect(hunk?.line).toBe(2);
  expect(hunk?.lines.map(({ change, text }) => `${change} ${text}`)).toEqual([
    'same 2',
    'same 3',
    'same 4',
    'removed 5',
    'added five',
    'same 6',
    'same 7',
    'same 8',
  ]);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));

test('what is removed stood in the old text and what is added stands in the new, each in its order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = compareLines(before, after).flatMap((hunk) => hunk.lines);
      const side = (not: string): string[] =>
        lines.filter(({ change }) => change !== not).map((line) => line.text);
      const isWithin = (part: string[], whole: string[]): boolean => {
        let at = 0;
        for (const one of whole) if (one === part[at]) at += 1;
        return at === part.length;
      };
      expect(isWithin(side('added'), before.split('\n'))).toBe(true);
      expect(isWithin(side('removed'), after.split('\n'))).toBe(true);
      const [gone, come] = ['removed', 'added'].map(
        (kind) => lines.filter(({ change }) => change === kind).length,
      );
      expect((come ?? 0) - (gone ?? 0)).toBe(after.split('\n').length - before.split('\n').length);
    }),
  );
});
