import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotAllowed, NotFound } from '../../domain/steps/errors.ts';
import { Journey } from './journey.ts';
import { playOut, stories } from './story.ts';
import type { StoryName } from './story.ts';

/** Each wait of a journey, as a story and an instant at which it is under way. */
const waits: [wait: string, story: StoryName, offset: string][] = [
  ['for the shortlist decision', 'undecided', '10:00'],
  ['for a decision that is late', 'undecided', '50:00'],
  ['until a decision can no longer be undone', 'hired', '20:05'],
  ['for an interview date', 'hired', '21:00'],
  ['for the interview', 'hired', '30:00'],
  ['for the interviewers', 'hired', '52:00'],
  ['for one interviewer, when another has answered', 'hired', '53:30'],
  ['for the approval of the feedback', 'hired', '55:00'],
  ['for the next step', 'hired', '57:00'],
  ['until the next step can no longer be undone', 'hired', '58:05'],
  ['before the offer', 'hired', '60:00'],
  ['before the survey', 'hired', '120:00'],
];

/** Plays a story with a withdrawal in it; what people do afterwards is refused, as it would be. */
async function interrupted(name: StoryName, offset: string, position: 'first' | number): Promise<Journey> {
  const journey = new Journey();
  const withdraw = (): void => void journey.people.withdraw();
  await journey.begin();
  let withdrawn = false;
  const leave = async (): Promise<void> => {
    withdrawn = true;
    if (position !== 'first') return journey.amid(offset, position, withdraw);
    await journey.justBefore(offset);
    withdraw();
    return journey.world.settle();
  };
  for (const [when, act] of stories[name]) {
    if (!withdrawn && journey.after(when) > journey.after(offset)) await leave();
    await journey.at(when);
    try {
      act(journey);
    } catch (error) {
      if (!withdrawn || !(error instanceof NotAllowed || error instanceof NotFound)) throw error;
    }
    await journey.world.settle();
  }
  if (!withdrawn) await leave();
  await journey.end();
  return journey;
}

describe('a withdrawal', () => {
  test.each(waits)('ends the wait %s: one confirmation, and nothing after it', async (_, story, offset) => {
    const journey = await interrupted(story, offset, 'first');
    const before = (await playOut(story)).sent();
    const sent = journey.sent();
    expect(sent.at(-1)).toBe(`+${offset} withdrawal-confirmed → candidate`);
    expect(before.slice(0, sent.length - 1)).toEqual(sent.slice(0, -1));
    expect(journey.office.application).toMatchObject({ stage: 'closed', outcome: 'withdrawn' });
    expect(journey.world.executions().every(({ status }) => status === 'SUCCEEDED')).toBe(true);
    expect(journey.tasks()).toEqual([]);
  });

  test('while a decision can still be undone takes its place', async () => {
    const journey = await interrupted('declined', '20:05', 'first');
    expect(journey.heard()).toEqual(['acknowledgement', 'withdrawal-confirmed']);
    expect(journey.office.gate('shortlist-1').outcome).toBe('withdrawn');
  });

  test('at any instant, and amid whatever happens then, is confirmed once and followed by nothing', async () => {
    const instants = fc.oneof(
      fc.constantFrom(0, 24, 48, 51, 53, 56, 58, 72, 106).map((hour) => `${hour}:00`),
      fc.constantFrom('20:10', '38:24', '58:10', '106:10', '154:10'),
      fc.nat({ max: 170 * 3600 }).map((seconds) => `0:0:${seconds}`),
    );
    const positions = fc.oneof(fc.constant('first' as const), fc.nat({ max: 30 }));
    const names = fc.constantFrom<StoryName>('hired', 'declined', 'undecided', 'interview cancelled');
    await fc.assert(
      fc.asyncProperty(names, instants, positions, async (story, offset, position) => {
        const journey = await interrupted(story, offset, position);
        const heard = journey.heard();
        const withdrawn = journey.office.application.outcome === 'withdrawn';
        const confirmed = heard.flatMap((name, index) => (name === 'withdrawal-confirmed' ? [index] : []));
        expect(confirmed).toEqual(withdrawn ? [heard.length - 1] : []);
        expect(journey.office.application.stage).toBe('closed');
        expect(journey.alarms).toEqual([]);
        expect(journey.tasks().filter((task) => task.startsWith('attention'))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
