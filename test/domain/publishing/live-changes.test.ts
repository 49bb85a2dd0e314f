import { describe, expect, test } from 'vitest';
import {
  canaryEnded,
  canaryStarted,
  firstLive,
  publishedAtOnce,
} from '../../../domain/publishing/live-changes.ts';

const canary = {
  release: 2,
  percent: 10,
  startedAt: '2026-03-03T10:00:00.000Z',
  until: '2026-03-03T14:00:00.000Z',
};
const at = '2026-03-03T12:00:00.000Z';
const first = firstLive(1);
const tried = canaryStarted(first, canary);

test('what is published at once is live, and the aliases have to follow', () => {
  expect(publishedAtOnce({ ...first, settled: true }, 2)).toEqual({ release: 2, settled: false, version: 2 });
});

describe('a canary', () => {
  test('leaves live what is', () => {
    expect(tried).toMatchObject({ release: 1, canary, settled: false });
  });

  test('is the only one: nothing else is published meanwhile', () => {
    const refusal = /release 2 is tried on 10 % of new applications until .*finish or stop it first/;
    expect(() => publishedAtOnce(tried, 3)).toThrow(refusal);
    expect(() => canaryStarted(tried, { ...canary, release: 3 })).toThrow(refusal);
  });

  test.each([
    ['finished', 2],
    ['stopped', 1],
    ['alarmed', 1],
  ] as const)('that is %s leaves release %s live', (ending, release) => {
    const ended = canaryEnded(tried, { release: 2, ending, at });
    expect(ended).toEqual({
      release,
      lastCanary: { ...canary, ending, endedAt: at },
      settled: false,
      version: 3,
    });
  });

  test('ends once', () => {
    const ended = canaryEnded(tried, { release: 2, ending: 'stopped', at });
    expect(() => canaryEnded(ended, { release: 2, ending: 'alarmed', at })).toThrow(
      'release 2 is not being tried',
    );
  });
});
