import { describe, expect, test } from 'vitest';
import { Journey } from './journey.ts';
import { play, playOut } from './story.ts';

const first = '01KJTA0000AAAAAAAAAAAAAAAA';

/** Nothing went wrong on the way: no alarm, no task for a machine that could not go on. */
function expectCalm(journey: Journey): void {
  expect(journey.alarms).toEqual([]);
  expect(journey.tasks().filter((task) => task.startsWith('attention'))).toEqual([]);
  expect(journey.world.executions().every(({ status }) => status === 'SUCCEEDED')).toBe(true);
}

describe('an interview', () => {
  test('leads from the invitation over feedback to a hire, each at its instant', async () => {
    const journey = await playOut('hired');
    expect(journey.sent()).toEqual([
      '+00:00 acknowledgement → candidate',
      '+20:10 invitation → candidate',
      '+26:00 interview-scheduled → candidate',
      '+51:00 feedback-request → interviewer',
      '+51:00 feedback-request → interviewer',
      '+54:00 feedback-request → lead',
      '+56:00 interview-feedback → candidate',
      '+58:10 hired → candidate',
      '+106:10 loyalty-offer → candidate',
      '+154:10 survey → candidate',
    ]);
    expect(journey.office.application).toMatchObject({ stage: 'closed', outcome: 'hired' });
    expectCalm(journey);
  });

  test('can end with a decline that carries the reasons and the feedback', async () => {
    const journey = await playOut('declined after the interview');
    const decline = journey.letters().find(({ message }) => message === 'decline-after-interview');
    expect(decline?.variables).toMatchObject({
      reasons: [{ code: 'experience' }],
      strength: 'You listen well.',
      feedback: 'Ask about the till.',
    });
    expect(journey.heard()).not.toContain('decline');
    expect(journey.office.application.outcome).toBe('declined');
    expectCalm(journey);
  });

  test('can be declined while a date is sought, at once: there is nothing to undo', async () => {
    const journey = await playOut('declined while a date was sought');
    expect(journey.sent('candidate').slice(1, 3)).toEqual([
      '+20:10 invitation → candidate',
      '+26:00 decline → candidate',
    ]);
    expectCalm(journey);
  });

  test('for which nobody finds a date: the candidate hears on the second working day, and is released on the fourth', async () => {
    const journey = await playOut('no date in sight');
    expect(journey.sent('candidate').slice(1)).toEqual([
      '+20:10 invitation → candidate',
      '+72:00 decision-delayed → candidate',
      '+168:00 release → candidate',
      '+216:00 loyalty-offer → candidate',
      '+264:00 survey → candidate',
    ]);
    expect(journey.tasks()).toEqual(['answer-owed interview-date-1']);
    expectCalm(journey);
  });

  test('at a new time is confirmed again, and ends at the new time', async () => {
    const journey = await play('interview rescheduled');
    await journey.at('76:00');
    const confirmed = journey.letters().filter(({ message }) => message === 'interview-scheduled');
    expect(confirmed.map(({ at, occurrence }) => [journey.offsetOf(at), occurrence])).toEqual([
      ['+26:00', `${first}.0`],
      ['+30:00', `${first}.1`],
    ]);
    expect(journey.sent('staff')).toEqual(['+75:00 feedback-request → interviewer']);
    expect(journey.office.application.promise).toMatchObject({ kind: 'approval' });
  });

  test('whose machine is woken for nothing confirms nothing twice', async () => {
    const journey = await play('hired');
    const calm = journey.sent();
    const woken = new Journey();
    await woken.begin();
    await woken.at('20:00');
    woken.people.decide('shortlist-1', 'shortlisted');
    await woken.at('26:00');
    const interviewId = woken.people.schedule(new Date(woken.after('50:00')).toISOString());
    await woken.at('30:00');
    woken.people.wakeForNothing(interviewId);
    await woken.at('50:59');
    expect(woken.sent()).toEqual(calm.slice(0, 3));
  });

  test('that is moved while it is being looked up is seen at its new time', async () => {
    for (let inSteps = 0; inSteps < 8; inSteps += 1) {
      const journey = new Journey();
      await journey.begin();
      await journey.at('20:00');
      journey.people.decide('shortlist-1', 'shortlisted');
      await journey.at('26:00');
      const interviewId = journey.people.schedule(new Date(journey.after('50:00')).toISOString());
      await journey.amid('26:00', inSteps, () =>
        journey.people.reschedule(interviewId, new Date(journey.after('74:00')).toISOString()),
      );
      await journey.at('76:00');
      expect(journey.letters().filter(({ message }) => message === 'feedback-request')).toHaveLength(1);
      expect(journey.sent().at(-1)).toBe('+75:00 feedback-request → interviewer');
    }
  });

  test('that is cancelled is followed by another date, not by silence', async () => {
    const journey = await playOut('interview cancelled');
    expect(journey.sent('candidate').slice(1, -2)).toEqual([
      '+20:10 invitation → candidate',
      '+26:00 interview-scheduled → candidate',
      '+30:00 interview-cancelled → candidate',
      '+32:00 interview-scheduled → candidate',
      '+58:00 interview-feedback → candidate',
      '+59:10 hired → candidate',
    ]);
    expectCalm(journey);
  });

  test('can be followed by another one, with an invitation of its own', async () => {
    const journey = await playOut('another interview');
    expect(journey.sent('candidate').slice(1, -2)).toEqual([
      '+20:10 invitation → candidate',
      '+26:00 interview-scheduled → candidate',
      '+56:00 interview-feedback → candidate',
      '+58:10 invitation → candidate',
      '+60:00 interview-scheduled → candidate',
      '+78:00 interview-feedback → candidate',
      '+79:10 hired → candidate',
    ]);
    expectCalm(journey);
  });
});

describe('feedback', () => {
  test('of one silent interviewer is asked for again, escalated, and holds nobody up', async () => {
    const journey = await playOut('one interviewer silent');
    expect(journey.sent().slice(3, -2)).toEqual([
      '+51:00 feedback-request → interviewer',
      '+51:00 feedback-request → interviewer',
      '+74:58:34 feedback-reminder → interviewer',
      '+99:01:27 feedback-reminder → interviewer',
      '+115:48 feedback-escalation → lead',
      '+123:00 feedback-request → lead',
      '+124:00 interview-feedback → candidate',
      '+125:10 hired → candidate',
    ]);
    const requests = journey.letters().filter(({ message }) => message === 'feedback-request');
    expect(requests.map(({ variables }) => variables?.['recipientName'])).toEqual([
      'Tom Becker',
      'Lin Zhao',
      'Grace Okafor',
    ]);
    expect(journey.tasks()).toEqual(['contract-call next-step-2']);
    expectCalm(journey);
  });

  test('that nobody ever gives: the candidate hears by the promised date, and at every one after it', async () => {
    const journey = await playOut('silence after the interview');
    expect(journey.sent('candidate').slice(3, 5)).toEqual([
      '+171:00 feedback-delayed → candidate',
      '+219:00 release → candidate',
    ]);
    expect(journey.heard().slice(5)).toEqual(['decision-delayed', 'release', 'loyalty-offer', 'survey']);
    expect(journey.tasks()).toEqual([`answer-owed approval-${first}`, 'answer-owed next-step-2']);
    expect(journey.office.gate(`approval-${first}`)).toMatchObject({ outcome: 'released', kept: false });
    expect(journey.office.application).toMatchObject({ stage: 'closed', outcome: 'released' });
    expectCalm(journey);
  });

  test('is promised from the moment the interview is fixed, five days after its end', async () => {
    const journey = await play('silence after the interview');
    expect(journey.office.application.promise).toMatchObject({
      kind: 'approval',
      due: new Date(journey.after('171:00')).toISOString(),
    });
  });
});

describe('a date that is fixed in the second in which it was promised', () => {
  test.each([...Array(12).keys()])(
    'after %i of the things that then happen: is told, and no delay after it',
    async (steps) => {
      const journey = await play('no date in sight');
      await journey.at('20:11');
      const due = journey.offsetOf(journey.office.gate('interview-date-1').due).slice(1);
      await journey.amid(due, steps, () => void journey.people.schedule('2026-03-12T09:00:00.000Z'));
      await journey.at(`${due}:30`);
      const then = journey.letters('candidate').filter(({ at }) => journey.offsetOf(at) === `+${due}`);
      const messages = then.map(({ message }) => message);
      expect(messages).toContain('interview-scheduled');
      expect(messages.indexOf('decision-delayed')).toBeLessThanOrEqual(0);
      expect(journey.office.gate('interview-date-1')).toMatchObject({
        status: 'closed',
        outcome: 'scheduled',
      });
    },
  );
});
