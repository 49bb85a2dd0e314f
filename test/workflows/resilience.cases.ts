import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statesOf } from './definition.ts';
import type { Journey } from './journey.ts';
import { machineNames } from './machines.ts';
import { Scripts } from './scripts.ts';
import type { Fault } from './scripts.ts';
import { playOut } from './story.ts';
import type { StoryName } from './story.ts';

const stories: StoryName[] = ['undecided', 'hired', 'declined', 'interview cancelled', 'withdrawn'];

const entries = ({ office }: Journey): string[] => [...office.ledger.keys()];
const inAnyOrder = (keys: string[]): string[] => keys.toSorted();

describe('a step that did its work, but whose answer was lost', () => {
  const functions = machineNames.flatMap((machine) =>
    [...statesOf(machine)].flatMap(([state, { Resource = '' }]) =>
      Resource === 'arn:aws:states:::lambda:invoke' ? [[machine, state] as const] : [],
    ),
  );

  test.each(functions)('%s, %s: is run again, and nothing happens twice', async (machine, state) => {
    for (const story of stories) {
      const lost = await playOut(story, { scripts: new Scripts().loses(machine, state) });
      const calm = await playOut(story);
      expect(inAnyOrder(entries(lost))).toEqual(inAnyOrder(entries(calm)));
      expect(lost.tasks()).toEqual(calm.tasks());
      expect(lost.office.audit.map(({ type, gateId }) => [type, gateId])).toEqual(
        calm.office.audit.map(({ type, gateId }) => [type, gateId]),
      );
      expect(lost.alarms).toEqual([]);
    }
  });
});

describe('every other answer lost', () => {
  test.each(stories)('%s: the candidate hears the same, once', async (story) => {
    const scripts = new Scripts().faults((call) => (call % 2 === 0 ? 'loses' : undefined));
    const journey = await playOut(story, { scripts });
    expect(inAnyOrder(entries(journey))).toEqual(inAnyOrder(entries(await playOut(story))));
    expect(journey.alarms).toEqual([]);
  });
});

describe('calls that fail now and then', () => {
  /** Faults by the number of the call, never so many in a row that a person must be asked. */
  const faults = fc
    .array(
      fc.record({ calm: fc.nat({ max: 9 }), fault: fc.constantFrom<Fault>('throws', 'silent', 'loses') }),
      {
        maxLength: 12,
      },
    )
    .map((list) => {
      const byCall = new Map<number, Fault>();
      let call = 0;
      for (const { calm, fault } of list) {
        call += calm + 1;
        byCall.set(call, fault);
        call += 1;
      }
      return byCall;
    });

  test('the candidate hears the same, once, in the same order', async () => {
    const calm = new Map<StoryName, string[]>();
    for (const story of stories) calm.set(story, (await playOut(story)).heard());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...stories), faults, async (story, byCall) => {
        const journey = await playOut(story, { scripts: new Scripts().faults((call) => byCall.get(call)) });
        expect(journey.heard()).toEqual(calm.get(story));
        expect(journey.alarms).toEqual([]);
        expect(journey.office.application.stage).toBe('closed');
      }),
      { numRuns: 150 },
    );
  });
});
