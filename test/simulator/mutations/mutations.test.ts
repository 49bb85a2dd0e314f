import { describe, expect, test, vi } from 'vitest';
import { shipped } from './edit.ts';
import { harmless } from './harmless.ts';
import { decisions } from './harmful/decisions.ts';
import { failures } from './harmful/failures.ts';
import { messages } from './harmful/messages.ts';
import { questions } from './harmful/questions.ts';
import { settings } from './harmful/settings.ts';
import { times } from './harmful/times.ts';
import { ways } from './harmful/ways.ts';
import { words } from './harmful/words.ts';
import { silence } from './harmful/silence.ts';
import { faultsOf, judge } from './judge.ts';

vi.setConfig({ testTimeout: 300_000 });

const harmful = { silence, decisions, messages, questions, failures, settings, times, ways, words };
/** More situations than the searches come to. */
const whole = 2_000;
const known = new Set(await faultsOf(shipped, whole));

test('there are enough of them', () => {
  expect(Object.values(harmful).flat().length).toBeGreaterThanOrEqual(120);
});

describe.each(Object.entries(harmful))('an edit that hurts is refused: %s', (_, edits) => {
  test.each(edits.map((one) => [one.what, one] as const))('%s', async (what, { by, edit }) => {
    const judgement = await judge(edit(shipped), whole, known);
    expect([what, judgement?.by]).toEqual([what, by]);
  });
});

describe('an edit that hurts nobody is not refused', () => {
  test.each(harmless.map((one) => [one.what, one] as const))('%s', async (_, { edit }) => {
    const edited = edit(shipped);
    expect(edited).not.toEqual(shipped);
    expect(await judge(edited, 40, known)).toBeUndefined();
  });
});
