import { expect, test } from 'vitest';
import { canaryIn, forceIn, noteIn } from '../../../../tools/workflows/live/arguments.ts';

test.each(['10%/24h', '10/24', '1%/336h'])('--canary %s is taken', (canary) => {
  expect(canaryIn({ canary })).toEqual({ percent: expect.any(Number), hours: expect.any(Number) });
});

test.each(['0%/24h', '10%/0h', '200%/9h', '10%/337h', '10%', ''])(
  '--canary %s is refused in words',
  (canary) => {
    expect(() => canaryIn({ canary })).toThrow(
      '--canary takes a share of new applications, 1 to 99 %, and the hours it is tried, 1 to 336: 10%/24h.',
    );
  },
);

test('a reason to publish against the proof is no single letter', () => {
  expect(() => forceIn({ force: 'x' })).toThrow('--force takes the reason why this goes out');
  expect(forceIn({ force: 'the clock of the proof is wrong' })).toEqual({
    reason: 'the clock of the proof is wrong',
  });
  expect(forceIn({})).toBeUndefined();
});

test('a note that is too short is told apart from none', () => {
  expect(() => noteIn({ note: 'x' })).toThrow('--note takes 3 to 500 characters');
  expect(() => noteIn({})).toThrow('Say why in a few words');
});
