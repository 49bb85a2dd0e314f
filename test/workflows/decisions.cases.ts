import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotAllowed } from '../../domain/steps/errors.ts';
import { Journey } from './journey.ts';
import { playOut } from './story.ts';

const gate = 'shortlist-1';

async function begun(): Promise<Journey> {
  const journey = new Journey();
  await journey.begin();
  return journey;
}

/** What the candidate heard of the shortlist decision, and when. */
const answers = (journey: Journey): string[] =>
  journey
    .sent('candidate')
    .filter((line) => / (invitation|decline|release|withdrawal-confirmed) /.test(line));

const messageFor = (outcome: string): string | undefined =>
  ({
    shortlisted: 'invitation',
    declined: 'decline',
    released: 'release',
    withdrawn: 'withdrawal-confirmed',
  })[outcome];

/** Whether the act was allowed; everything but a refusal by the rules is a fault. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof NotAllowed) return false;
    throw error;
  }
}

/** The rungs, the deadline and the release to the second, a second around them, the undo window, and all between. */
const rungs = ['24:00', '38:24', '43:12', '48:00', '60:00', '67:12', '72:00'];
const instants = fc.oneof(
  fc
    .tuple(fc.constantFrom('00:00', ...rungs), fc.constantFrom(-600, -300, -1, 0, 1, 300))
    .map(([rung, shift]) => {
      const [hours = 0, minutes = 0] = rung.split(':').map(Number);
      return Math.max(0, hours * 3600 + minutes * 60 + shift);
    }),
  fc.integer({ min: 0, max: 73 * 3600 }),
);
const offsetOf = (seconds: number): string => `0:0:${seconds}`;
/** How many of the things that happen at that very instant come before the act; none: it comes first. */
const positions = fc.oneof(fc.constant('first' as const), fc.nat({ max: 12 }));

async function act(journey: Journey, seconds: number, position: 'first' | number, what: () => void) {
  if (position !== 'first') return journey.amid(offsetOf(seconds), position, what);
  await journey.justBefore(offsetOf(seconds));
  what();
  return journey.world.settle();
}

/** Somebody decides at an instant: the candidate hears that or the release, never both, and on time. */
async function expectOneWinner(
  seconds: number,
  position: 'first' | number,
  outcome: 'shortlisted' | 'declined',
): Promise<void> {
  const journey = await begun();
  let allowed = false;
  await act(journey, seconds, position, () => {
    allowed = attempt(() => journey.people.decide(gate, outcome));
  });
  await journey.at('73:00:01');

  const late = journey.audited('PromiseBroken', gate).length > 0;
  const leaves = Math.min(seconds + 600, (late ? 72 : 48) * 3600);
  const told = allowed ? `${journey.offset(leaves)} ${messageFor(outcome)}` : '+72:00 release';
  expect(answers(journey)).toEqual([`${told} → candidate`]);
  expect(journey.office.gate(gate)).toMatchObject(
    allowed
      ? { outcome, settledBy: 'person', kept: !late }
      : { outcome: 'released', settledBy: 'timer', kept: false },
  );
  const delays = journey.letters().filter(({ occurrence }) => occurrence === `${gate}.3`);
  expect(delays).toHaveLength(late ? 1 : 0);
  expect(journey.alarms).toEqual([]);
}

describe('a decision', () => {
  test('leaves when its ten minutes are over', async () => {
    const journey = await playOut('declined');
    expect(journey.sent()).toEqual([
      '+00:00 acknowledgement → candidate',
      '+20:10 decline → candidate',
      '+68:10 loyalty-offer → candidate',
      '+116:10 survey → candidate',
    ]);
    expect(journey.office.gate(gate)).toMatchObject({ settledBy: 'person', kept: true });
    expect(journey.audited('PromiseKept', gate)).toEqual(['+20:10']);
  });

  test('at 47:55 leaves at 48:00, not ten minutes later, and keeps the promise', async () => {
    const journey = await begun();
    await journey.at('47:55');
    journey.people.decide(gate, 'declined');
    await journey.at('49:00');
    expect(answers(journey)).toEqual(['+48:00 decline → candidate']);
    expect(journey.heard()).not.toContain('decision-delayed');
    expect(journey.office.gate(gate).kept).toBe(true);
  });

  test('after the word of delay waits out its ten minutes, and the promise stays broken', async () => {
    const journey = await begun();
    await journey.at('48:00');
    journey.people.decide(gate, 'shortlisted');
    await journey.at('49:00');
    expect(answers(journey)).toEqual(['+48:10 invitation → candidate']);
    expect(journey.office.gate(gate).kept).toBe(false);
  });

  test('at any instant has one winner and one matching message', async () => {
    const outcomes = fc.constantFrom('shortlisted' as const, 'declined' as const);
    await fc.assert(fc.asyncProperty(instants, positions, outcomes, expectOneWinner), { numRuns: 200 });
  });

  test.each(rungs)(
    'in the very second of the rung at %s has one winner, whatever comes first',
    async (rung) => {
      const [hours = 0, minutes = 0] = rung.split(':').map(Number);
      for (const position of ['first' as const, ...Array.from({ length: 10 }, (_, inSteps) => inSteps)])
        await expectOneWinner(hours * 3600 + minutes * 60, position, 'declined');
    },
  );
});

describe('an undo', () => {
  test('within ten minutes takes the decision back as if it had never been', async () => {
    const journey = await begun();
    await journey.at('20:00');
    journey.people.decide(gate, 'declined');
    await journey.at('20:09:59');
    journey.people.undo(gate);
    await journey.at('48:00');
    expect(journey.heard()).toEqual(['acknowledgement', 'decision-delayed']);
    expect(journey.sent('staff')[0]).toBe('+24:00 decision-reminder → owner');
  });

  test('is too late when the message has left', async () => {
    const journey = await begun();
    await journey.at('20:00');
    journey.people.decide(gate, 'declined');
    await journey.justBefore('20:10');
    expect(() => journey.people.undo(gate)).toThrow('the time to undo is over; the message has left');
    await journey.at('20:10');
    expect(() => journey.people.undo(gate)).toThrow('there is no decision to undo');
    expect(answers(journey)).toEqual(['+20:10 decline → candidate']);
  });

  test('and another decision: only the last one is told, with a window of its own', async () => {
    const journey = await begun();
    await journey.at('20:00');
    journey.people.decide(gate, 'declined');
    await journey.at('20:05');
    journey.people.undo(gate);
    await journey.at('20:08');
    journey.people.decide(gate, 'shortlisted');
    await journey.at('22:00');
    expect(answers(journey)).toEqual(['+20:18 invitation → candidate']);
  });

  test('after a rung that fell into the window: the rung is climbed at once, and only once', async () => {
    const journey = await begun();
    await journey.at('23:55');
    journey.people.decide(gate, 'declined');
    await journey.at('24:02');
    journey.people.undo(gate);
    await journey.at('38:00');
    expect(journey.sent('staff')).toEqual(['+24:02 decision-reminder → owner']);
  });

  test('in the second before the deadline: the candidate is told of the delay on time', async () => {
    const journey = await begun();
    await journey.at('47:55');
    journey.people.decide(gate, 'declined');
    await journey.at('47:59:59');
    journey.people.undo(gate);
    await journey.at('49:00');
    expect(journey.sent('candidate').slice(1)).toEqual(['+48:00 decision-delayed → candidate']);
    expect(journey.office.gate(gate)).toMatchObject({ status: 'pending', kept: false });
  });
});

describe('any sequence of decisions, undos and a withdrawal', () => {
  const acts = fc.array(
    fc.record({
      seconds: instants,
      position: positions,
      what: fc.constantFrom(
        'shortlisted' as const,
        'declined' as const,
        'undo' as const,
        'withdraw' as const,
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test('ends with one winner, and the candidate hears that and nothing that contradicts it', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const journey = await begun();
        for (const { seconds, position, what } of sequence.toSorted((a, b) => a.seconds - b.seconds)) {
          await act(journey, seconds, position, () => {
            if (what === 'withdraw') {
              if (journey.office.application.outcome !== 'withdrawn') journey.people.withdraw();
            } else {
              attempt(() =>
                what === 'undo' ? journey.people.undo(gate) : journey.people.decide(gate, what),
              );
            }
          });
        }
        await journey.at('74:00');
        const heard = journey.heard();
        const told = heard.filter((name) => ['invitation', 'decline', 'release'].includes(name));
        const { outcome = 'none' } = journey.office.gates.get(gate) ?? {};
        expect(told.length).toBeLessThanOrEqual(1);
        // Who withdraws after an answer was sent has heard both; nobody hears anything after the confirmation.
        const withdrawn = journey.office.application.outcome === 'withdrawn';
        expect(withdrawn ? heard.slice(-1) : told).toEqual([messageFor(withdrawn ? 'withdrawn' : outcome)]);
        expect(heard.filter((name) => name === 'withdrawal-confirmed')).toHaveLength(withdrawn ? 1 : 0);
        expect(journey.alarms).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
