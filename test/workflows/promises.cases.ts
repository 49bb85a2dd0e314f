import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GateKind, GateOutcome } from '../../domain/application/gate.ts';
import { isOpen } from '../../domain/application/stages.ts';
import { NotAllowed, NotFound } from '../../domain/steps/errors.ts';
import { Journey } from './journey.ts';

const hour = 3_600_000;

const lastGate = ({ office }: Journey, kind: GateKind): string =>
  [...office.gates.values()].findLast((gate) => gate.kind === kind)?.gateId ?? 'none-1';

const lastInterview = ({ office }: Journey): string => [...office.interviews.keys()].at(-1) ?? 'none';

const decide =
  (kind: GateKind, outcome: GateOutcome) =>
  (journey: Journey): void =>
    journey.people.decide(lastGate(journey, kind), outcome);

const later = (journey: Journey, hours: number): string =>
  new Date(journey.world.now + hours * hour).toISOString();

/** Everything that people can do with an application. */
const acts: Record<string, (journey: Journey) => void> = {
  shortlist: decide('shortlist', 'shortlisted'),
  decline: decide('shortlist', 'declined'),
  undo: (journey) => journey.people.undo(lastGate(journey, 'shortlist')),
  'fix a date': (journey) => void journey.people.schedule(later(journey, 30), ['tom-becker', 'lin-zhao']),
  'move the interview': (journey) => journey.people.reschedule(lastInterview(journey), later(journey, 50)),
  'call it off': (journey) => journey.people.cancel(lastInterview(journey)),
  'decline instead of a date': decide('interview-date', 'declined'),
  'first feedback': (journey) => journey.people.giveFeedback(lastInterview(journey), 'tom-becker'),
  'second feedback': (journey) => journey.people.giveFeedback(lastInterview(journey), 'lin-zhao'),
  approve: (journey) => journey.people.approve(lastInterview(journey)),
  hire: decide('next-step', 'hired'),
  'ask again': decide('next-step', 'another-interview'),
  'decline in the end': decide('next-step', 'declined'),
  'undo the next step': (journey) => journey.people.undo(lastGate(journey, 'next-step')),
  withdraw: (journey) => {
    if (journey.office.application.outcome !== 'withdrawn') journey.people.withdraw();
  },
};

/** What the gate that waits for a person calls for; one person does it, the other is left to remember. */
function doNext(journey: Journey): void {
  const waits = [...journey.office.gates.values()].findLast(({ status }) => status === 'pending')?.kind;
  const [next] =
    {
      shortlist: ['shortlist'],
      'interview-date': ['fix a date'],
      feedback: ['second feedback'],
      approval: ['approve'],
      'next-step': ['ask again'],
    }[String(waits)] ?? [];
  if (next !== undefined) acts[next]?.(journey);
}

/** Does what can be done now; what the rules refuse leaves no trace. */
function attempt(journey: Journey, name: string): void {
  try {
    if (name === 'the next thing') doNext(journey);
    else acts[name]?.(journey);
  } catch (error) {
    if (!(error instanceof NotAllowed || error instanceof NotFound)) throw error;
  }
}

/** An open application has one promise that is not overdue; an answered one has none. */
function expectPromise({ office, world }: Journey): void {
  const { stage, promise } = office.application;
  const now = new Date(world.now).toISOString();
  expect({
    stage,
    promised: promise !== undefined,
    overdue: promise !== undefined && promise.due < now,
  }).toEqual({
    stage,
    promised: isOpen(stage),
    overdue: false,
  });
}

describe('whatever people do, or leave undone', () => {
  const days = fc.array(
    fc.record({
      wait: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 120 })),
      name: fc.oneof(
        { weight: 2, arbitrary: fc.constant('the next thing') },
        { weight: 1, arbitrary: fc.constantFrom(...Object.keys(acts).filter((name) => name !== 'withdraw')) },
      ),
    }),
    { maxLength: 20 },
  );
  const leaves = fc.option(fc.nat({ max: 20 }), { freq: 4, nil: undefined });

  test('the candidate always has a date that has not passed, hears one answer, and is never dropped', async () => {
    await fc.assert(
      fc.asyncProperty(days, leaves, async (sequence, leaving) => {
        const journey = new Journey();
        await journey.begin();
        const list = sequence.map(({ wait, name }, index) => ({
          wait,
          name: index === leaving ? 'withdraw' : name,
        }));
        for (const { wait, name } of list) {
          for (let passed = 0; passed < wait; passed += 1) {
            await journey.world.advanceTo(journey.world.now + hour);
            expectPromise(journey);
          }
          attempt(journey, name);
          await journey.world.settle();
          expectPromise(journey);
        }
        await journey.end();
        const heard = journey.heard();
        const { stage, outcome } = journey.office.application;
        const answer = { hired: 'hired', withdrawn: 'withdrawal-confirmed' }[String(outcome)];
        const ends = heard.filter((name) => /^(hired|decline.*|withdrawal-confirmed)$/.test(name));
        expect(stage).toBe('closed');
        expect(journey.alarms).toEqual([]);
        expect(journey.tasks().filter((task) => task.startsWith('attention'))).toEqual([]);
        expect(ends.at(-1)).toBe(answer ?? (outcome === 'declined' ? ends[0] : undefined));
        expect(ends.filter((name) => name !== 'withdrawal-confirmed').length).toBeLessThanOrEqual(1);
        expect(heard.at(-1)).toBe(outcome === 'withdrawn' ? 'withdrawal-confirmed' : 'survey');
      }),
      { numRuns: 150 },
    );
  });
});
