import { expect, test } from 'vitest';
import { releaseBefore } from '../../../domain/publishing/release-before.ts';
import { release } from '../../../domain/publishing/release.ts';

const made = (number: number, how: { restores?: number; takenBack?: 'stopped' | 'alarmed' } = {}) =>
  release.parse({
    release: number,
    at: '2026-03-02T09:00:00.000Z',
    author: 'grace-okafor',
    note: 'why',
    changed: [],
    parts: {},
    proven: { verdict: 'none' },
    ...how,
  });

test('is the one before', () => {
  expect(releaseBefore(2, [made(2), made(1)])).toBe(1);
  expect(releaseBefore(1, [made(1)])).toBeUndefined();
});

test('is none that was tried and taken back', () => {
  const releases = [made(4), made(3, { takenBack: 'alarmed' }), made(2, { takenBack: 'stopped' }), made(1)];
  expect(releaseBefore(4, releases)).toBe(1);
});

test('goes further back each time, never to what was rolled back', () => {
  const releases = [made(5, { restores: 2 }), made(4, { restores: 3 }), made(3), made(2), made(1)];
  expect(releaseBefore(4, releases.slice(1))).toBe(2);
  expect(releaseBefore(5, releases)).toBe(1);
});

test('is what was brought back, when something new came after it', () => {
  const releases = [made(4), made(3, { restores: 1 }), made(2), made(1)];
  expect(releaseBefore(4, releases)).toBe(3);
});
