import { describe, expect, test } from 'vitest';
import type { Json } from '../../simulator/asl/json.ts';
import { machineTimeout } from './definition.ts';
import { Journey, submittedAt } from './journey.ts';
import { applicationId } from './office.ts';
import { Scripts } from './scripts.ts';
import { play } from './story.ts';

const day = 86_400_000;
const inTwoYears = '2028-03-02T09:00:00.000Z';

const gate = {
  gateId: 'shortlist-1',
  version: 1,
  status: 'pending',
  holdUntil: null,
  outcome: null,
  settledBy: null,
  kept: null,
  closedAt: null,
  rung: -1,
  about: null,
};

/** A child's word, as its parent reads it. */
const ended = (outcome: string): Json => ({
  outcome,
  settledBy: 'person',
  kept: true,
  closedAt: submittedAt,
  about: '01KJTA0000AAAAAAAAAAAAAAAA',
  gateId: 'shortlist-1',
});

describe('an answer that a Choice does not know', () => {
  test.each<[state: string, promises: Json[], interviews: Json[]]>([
    ['What was decided?', [ended('answered')], []],
    ['Is there a date?', [ended('shortlisted'), ended('answered')], []],
    [
      'Did the interview take place?',
      [ended('shortlisted'), ended('scheduled')],
      [{ outcome: 'postponed', at: submittedAt }],
    ],
    [
      'What comes next?',
      [ended('shortlisted'), ended('scheduled'), ended('answered')],
      [{ outcome: 'delivered', at: submittedAt }],
    ],
  ])('%s', async (state, promises, interviews) => {
    const scripts = new Scripts()
      .children('keep-promise', ...promises)
      .children('interview-feedback', ...interviews);
    const journey = new Journey({ scripts });
    const arn = await journey.begin();
    expect(journey.alarms).toEqual([
      { applicationId, machine: 'candidate-journey', state, error: 'UnknownAnswer' },
    ]);
    expect(journey.world.execution(arn)).toMatchObject({ status: 'FAILED', error: 'NeedsAttention' });
  });

  test('Was it approved?', async () => {
    const told = await play('hired');
    const interviewId = [...told.office.interviews.keys()][0] ?? '';
    const journey = new Journey({
      scripts: new Scripts().children('keep-promise', ended('given'), ended('given'), ended('given')),
    });
    for (const [id, one] of told.office.interviews) journey.office.interviews.set(id, one);
    await journey.begin('interview-feedback', { interviewId });
    await journey.end();
    expect(journey.alarms).toMatchObject([{ state: 'Was it approved?', error: 'UnknownAnswer' }]);
  });

  test('Which rung is it?', async () => {
    const rung = {
      index: 0,
      at: submittedAt,
      action: 'shout',
      to: ['owner'],
      message: 'release',
      due: submittedAt,
    };
    const scripts = new Scripts()
      .gives('keep-promise', 'Make the promise', { gate, rungs: [rung], opens: [] })
      .gives('keep-promise', 'Climb the ladder', { gate, taken: true });
    const journey = new Journey({ scripts });
    await journey.begin();
    expect(journey.alarms[0]).toMatchObject({ state: 'Which rung is it?', error: 'UnknownAnswer' });
  });
});

describe('a machine that would wait for ever', () => {
  const expectTimedOut = async (journey: Journey, arn: string, seconds: number): Promise<void> => {
    await journey.end();
    const { status, startedAt, stoppedAt = 0 } = journey.world.execution(arn);
    expect({ status, after: stoppedAt - startedAt }).toEqual({ status: 'TIMED_OUT', after: seconds * 1000 });
  };

  test('keep-promise ends after half a year, and the journey around it calls for a person', async () => {
    const rung = {
      index: 0,
      at: inTwoYears,
      action: 'remind',
      to: ['owner'],
      message: 'release',
      due: inTwoYears,
    };
    const scripts = new Scripts()
      .gives('keep-promise', 'Make the promise', { gate, rungs: [rung], opens: [] })
      .gives('keep-promise', 'Wait for a person', { stored: true });
    const journey = new Journey({ scripts });
    await journey.begin();
    await journey.end();
    const promise = journey.world.executions().find(({ machine }) => machine === 'keep-promise');
    expect(promise?.status).toBe('TIMED_OUT');
    expect(journey.world.now - journey.start).toBe(180 * day);
    expect(journey.alarms).toMatchObject([
      { machine: 'candidate-journey', state: 'Decide on the shortlist', error: 'States.TaskFailed' },
    ]);
  });

  test('loyalty-offer and interview-feedback end after a year', async () => {
    const pause = { gate: { ...gate, gateId: 'offer-pause-1' }, until: inTwoYears };
    const offer = new Journey({
      scripts: new Scripts()
        .gives('loyalty-offer', 'Start the pause', pause)
        .gives('loyalty-offer', 'Pause', { stored: true }),
    });
    const from = { from: submittedAt };
    await expectTimedOut(offer, await offer.begin('loyalty-offer', from), machineTimeout('loyalty-offer'));

    const about = { status: 'scheduled', endsAt: inTwoYears, sequence: 0, interviewers: ['tom-becker'] };
    const interview = new Journey({
      scripts: new Scripts()
        .gives('interview-feedback', 'Look up the interview', { gate, ...about })
        .gives('interview-feedback', 'Confirm the interview', { status: 'sent' })
        .gives('interview-feedback', 'Wait for the interview', { stored: true }),
    });
    const input = { interviewId: '01KJTA0000AAAAAAAAAAAAAAAA' };
    const arn = await interview.begin('interview-feedback', input);
    await expectTimedOut(interview, arn, machineTimeout('interview-feedback'));
  });

  test('the journey ends after a year, and takes what it waits for with it', async () => {
    const pause = { gate: { ...gate, gateId: 'offer-pause-1' }, until: inTwoYears };
    const scripts = new Scripts()
      .children('keep-promise', ended('released'))
      .gives('loyalty-offer', 'Start the pause', pause)
      .gives('loyalty-offer', 'Pause', { stored: true });
    const journey = new Journey({ scripts });
    await expectTimedOut(journey, await journey.begin(), machineTimeout('candidate-journey'));
    expect(journey.world.executions().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });
});

describe('a wait whose function is never heard of', () => {
  test('still ends at its rung: the timer acts for the candidate', async () => {
    const journey = new Journey({ scripts: new Scripts().silent('keep-promise', 'Wait for a person') });
    await journey.begin();
    await journey.at('48:00');
    expect(journey.sent('candidate').at(-1)).toBe('+48:00 decision-delayed → candidate');
  });

  test('is answered with a failure by nobody of ours; if it is, a person looks at it', async () => {
    const journey = new Journey();
    await journey.begin();
    journey.world.failTask(journey.office.gate('shortlist-1').token ?? '', 'Mistaken');
    await journey.world.settle();
    expect(journey.alarms[0]).toMatchObject({ state: 'Wait for a person', error: 'Mistaken' });
  });
});
