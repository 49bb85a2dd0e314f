import { describe, expect, test } from 'vitest';
import { callWindows } from '../../domain/questions/call-windows.ts';
import { questionGateId } from '../../domain/questions/question.ts';
import type { QuestionForm } from '../../domain/questions/question.ts';
import { NotAllowed } from '../../domain/steps/errors.ts';
import { machineTimeout, statesOf } from './definition.ts';
import { Journey } from './journey.ts';
import type { Beginning } from './journey.ts';
import { applicationId } from './office.ts';
import { Scripts } from './scripts.ts';

const inWriting: QuestionForm = { wants: 'answer', text: 'Would I have to work on Sundays?' };
const friday = '2026-03-06T15:30:00.000Z';
const somebody = '01KJQZ00000000000000000000';

/** A candidate who asks at once; the journey of their application is left out, as it goes its own way. */
async function asked(form: QuestionForm | 'a call' = inWriting, how: Beginning = {}) {
  const journey = new Journey(how);
  const { settings } = journey.office;
  const at = new Date(journey.start).toISOString();
  const [window] = callWindows(settings, at);
  if (!window) throw new Error('no call can be booked');
  const call: QuestionForm = { wants: 'call', text: 'The shifts.', phone: '+44 113 496 0000', window };
  const questionId = await journey.ask(form === 'a call' ? call : form);
  return { journey, questionId, gateId: questionGateId(questionId) };
}

const outcomeOf = ({ world }: Journey, questionId: string): unknown =>
  world.execution(
    `arn:aws:states:us-east-1:123456789012:execution:callback-request:${applicationId}-${questionId}`,
  ).output;

describe('a question', () => {
  test('asked on a Friday afternoon is due on Monday, and reminded of in opening hours alone', async () => {
    const { journey, questionId, gateId } = await asked(inWriting, { submittedAt: friday });
    expect(journey.sent()).toEqual([
      '+00:00 question-received → candidate',
      '+00:00 question-assigned → owner',
    ]);
    expect(journey.letters('candidate')[0]?.variables).toMatchObject({
      wants: 'answer',
      answerDue: '2026-03-09T15:30:00.000Z',
      person: { name: 'Ana Ruiz' },
    });
    await journey.end();
    expect(journey.sent().slice(2)).toEqual([
      // Half of eight opening hours is over on Monday at 11:30, four fifths at 13:54.
      '+68:00 question-reminder → owner',
      '+70:24 decision-escalation → backup',
      '+70:24 decision-escalation → lead',
      '+72:00 decision-delayed → candidate',
      '+92:00 question-reminder → lead',
      '+96:00 release → candidate',
      '+96:00 task-raised → lead',
    ]);
    expect(journey.tasks()).toEqual([`answer-owed ${gateId}`]);
    expect(journey.audited('PromiseBroken', gateId)).toEqual(['+72:00']);
    expect(outcomeOf(journey, questionId)).toEqual({ outcome: 'released' });
    expect(journey.letters('candidate').at(-1)?.variables).toMatchObject({
      kind: 'question',
      promisedAt: '2026-03-09T15:30:00.000Z',
      person: { name: 'Grace Okafor' },
    });
  });

  test('says in its reminder who takes it over and when, and to the last one nobody does', async () => {
    const { journey } = await asked();
    await journey.end();
    const reminders = journey.letters('staff').filter(({ message }) => message === 'question-reminder');
    expect(reminders.map(({ variables }) => [variables?.['lead'], variables?.['takeoverAt']])).toEqual([
      ['Grace Okafor', '2026-03-02T15:24:00.000Z'],
      [undefined, undefined],
    ]);
  });

  test('answered goes out at once, signed by whoever answered, and nothing after it', async () => {
    const { journey, questionId, gateId } = await asked();
    await journey.at('3:00');
    journey.people.answer(questionId);
    await journey.end();
    expect(journey.sent().slice(2)).toEqual(['+03:00 answer → candidate']);
    expect(journey.letters('candidate').at(-1)?.variables).toMatchObject({
      text: 'Nobody works on Sundays.',
      askedAt: '2026-03-02T09:00:00.000Z',
      person: { name: 'Omar Haddad' },
    });
    expect(journey.audited('PromiseKept', gateId)).toEqual(['+03:00']);
    expect(outcomeOf(journey, questionId)).toEqual({ outcome: 'answered' });
  });

  test('answered in the same second as its last deadline has one winner', async () => {
    for (const inSteps of [0, 1, 2, 5, 20]) {
      const { journey, questionId } = await asked();
      let refused = false;
      await journey.amid('48:00', inSteps, () => {
        try {
          journey.people.answer(questionId);
        } catch (error) {
          if (!(error instanceof NotAllowed)) throw error;
          refused = true;
        }
      });
      await journey.end();
      const told = journey.heard().filter((message) => message === 'answer' || message === 'release');
      expect(told).toEqual([refused ? 'release' : 'answer']);
    }
  });

  test('leaves the promise of the application alone', async () => {
    const { journey } = await asked();
    const before = journey.office.application.promise;
    await journey.end();
    expect(journey.office.application).toMatchObject({ promise: before, stage: 'received' });
  });

  test('can still be asked after a decline, and is answered beside offer and survey', async () => {
    const journey = new Journey();
    await journey.begin();
    await journey.at('20:00');
    journey.people.decide('shortlist-1', 'declined');
    await journey.at('200:00');
    const questionId = await journey.ask(inWriting);
    await journey.at('201:00');
    journey.people.answer(questionId);
    await journey.end();
    expect(journey.office.application.stage).toBe('closed');
    expect(journey.heard().slice(-2)).toEqual(['question-received', 'answer']);
  });

  test('is no more than one of three that are open', async () => {
    const { journey, questionId } = await asked();
    await journey.ask(inWriting);
    await journey.ask(inWriting);
    await expect(journey.ask(inWriting)).rejects.toThrow(NotAllowed);
    journey.people.answer(questionId);
    await journey.world.settle();
    await journey.ask(inWriting);
    expect(journey.heard().filter((message) => message === 'question-received')).toHaveLength(4);
  });

  test('ends with a withdrawal, without a word after the confirmation', async () => {
    const journey = new Journey();
    await journey.begin();
    const questionId = await journey.ask(inWriting);
    await journey.at('2:00');
    journey.people.withdraw();
    await journey.end();
    expect(outcomeOf(journey, questionId)).toEqual({ outcome: 'withdrawn' });
    expect(journey.heard()).toEqual(['acknowledgement', 'question-received', 'withdrawal-confirmed']);
    await expect(journey.ask(inWriting)).rejects.toThrow(NotAllowed);
  });

  test('that was erased before anybody took it up is told to nobody', async () => {
    const journey = new Journey();
    const arn = await journey.begin('callback-request', { questionId: somebody });
    expect(journey.world.execution(arn).output).toEqual({ outcome: 'erased' });
    expect(journey.sent()).toEqual([]);
    expect(journey.alarms).toEqual([]);
  });
});

describe('a call that was booked', () => {
  test('is promised for the end of its window, and reminded of as the window opens', async () => {
    const { journey, questionId } = await asked('a call');
    expect(journey.letters('candidate')[0]?.variables).toMatchObject({
      wants: 'call',
      callFrom: '2026-03-02T11:00:00.000Z',
      answerDue: '2026-03-02T13:00:00.000Z',
    });
    expect(journey.letters('staff')[0]?.variables).toMatchObject({ candidatePhone: '+44 113 496 0000' });
    await journey.at('2:30');
    journey.people.tickOff(questionId);
    await journey.end();
    // Booked at nine for eleven to one: the clock starts at once, and half of it is over at eleven.
    expect(journey.sent().slice(2)).toEqual(['+02:00 question-reminder → owner']);
    expect(outcomeOf(journey, questionId)).toEqual({ outcome: 'called' });
  });

  test('and not made is late at the end of the window, for which the candidate gets a new date', async () => {
    const { journey } = await asked('a call');
    await journey.end();
    expect(journey.sent('candidate').slice(1)).toEqual([
      '+04:00 decision-delayed → candidate',
      '+28:00 release → candidate',
    ]);
  });
});

describe('what sees to a question, when it cannot go on', () => {
  const machine = 'callback-request';
  const trouble = [
    'Raise a task for a person',
    'Tell the lead of the task',
    'Publish that it needs attention',
    'Tell the candidate who answers',
  ];
  /** A question that comes by all the steps that can fail, and is answered in the end. */
  const answered = async (scripts: Scripts): Promise<Journey> => {
    const { journey, questionId } = await asked(inWriting, { scripts });
    await journey.at('1:00');
    if (
      journey.world
        .executions()
        .some(({ machine, status }) => machine === 'keep-promise' && status === 'RUNNING')
    )
      journey.people.answer(questionId);
    await journey.end();
    return journey;
  };
  const task = (journey: Journey): string =>
    `attention ${applicationId}-${[...journey.office.questions.keys()][0]}`;

  test.each(['Take the question up', 'Send the answer'])(
    '%s: a task, an alarm, and the candidate is told',
    async (state) => {
      const journey = await answered(new Scripts().silent(machine, state));
      expect(journey.alarms).toMatchObject([{ machine, state, error: 'States.Timeout' }]);
      expect(journey.tasks()).toEqual([task(journey)]);
      expect(journey.world.executions()).toContainEqual(
        expect.objectContaining({ machine, status: 'FAILED' }),
      );
      const told = journey.letters('candidate').at(-1);
      expect(told).toMatchObject({
        message: 'decision-delayed',
        variables: { kind: 'question', promisedAt: '2026-03-03T09:00:00.000Z' },
      });
    },
  );

  test('is taken up again where it stands: what was answered meanwhile goes out, once', async () => {
    const scripts = new Scripts().throws(machine, 'Send the answer', 'MailRefused', 1);
    const { journey, questionId } = await asked(inWriting, { scripts });
    await journey.at('1:00');
    journey.people.answer(questionId);
    await journey.at('2:00');
    expect(journey.heard()).not.toContain('answer');
    await journey.takeUpQuestion(questionId, 2);
    await journey.end();
    expect(journey.heard().filter((message) => message !== 'decision-delayed')).toEqual([
      'question-received',
      'answer',
    ]);
  });

  test('is taken up again late: the deadline that passed acts then, and the rest moves along', async () => {
    const scripts = new Scripts().throws('keep-promise', 'Wait for a person', 'NotFound', 1);
    const { journey, questionId } = await asked(inWriting, { scripts });
    await journey.at('30:00');
    await journey.takeUpQuestion(questionId, 2);
    await journey.end();
    expect(journey.sent('candidate').filter((line) => !line.includes('+00:00'))).toEqual([
      '+30:00 decision-delayed → candidate',
      '+54:00 release → candidate',
    ]);
  });

  test('Confirm the question: becomes a task, and the clock runs all the same', async () => {
    const journey = await answered(new Scripts().silent(machine, 'Confirm the question'));
    expect(journey.alarms).toEqual([]);
    expect(journey.tasks()).toEqual([expect.stringMatching(/^attention question-.*\.received$/)]);
    expect(journey.heard()).toEqual(['answer']);
  });

  test('Raise a task for the confirmation: then the machine gives up loudly', async () => {
    const scripts = new Scripts()
      .silent(machine, 'Confirm the question')
      .silent(machine, 'Raise a task for the confirmation');
    const journey = await answered(scripts);
    expect(journey.alarms).toMatchObject([{ state: 'Raise a task for the confirmation' }]);
  });

  test('a child that Step Functions will not start', async () => {
    const journey = await answered(new Scripts().refuses(machine, 'Keep the promise', 'ThrottlingException'));
    expect(journey.alarms).toMatchObject([{ error: 'StepFunctions.ThrottlingException' }]);
    expect(journey.tasks()).toEqual([task(journey)]);
  });

  test('a child that fails, in time to keep the promise: the candidate is told nothing new', async () => {
    const scripts = new Scripts().throws('keep-promise', 'Make the promise', 'InvalidInput');
    const { journey } = await asked(inWriting, {
      scripts,
      settings: { ...new Journey().office.settings, tasks: { within: 'PT4H', clock: 'business' } },
    });
    await journey.end();
    expect(journey.alarms).toHaveLength(2);
    expect(journey.heard()).toEqual(['question-received']);
  });

  test('an outcome that nobody knows', async () => {
    const scripts = new Scripts().children('keep-promise', { outcome: 'hired' });
    const { journey } = await asked(inWriting, { scripts });
    expect(journey.alarms).toMatchObject([{ state: 'What came of it?', error: 'UnknownAnswer' }]);
  });

  test.each(trouble)('%s: goes on to the next way, and ends as failed', async (state) => {
    const scripts = new Scripts()
      .throws(machine, 'Take the question up', 'InvalidInput')
      .silent(machine, state);
    const journey = await answered(scripts);
    expect(journey.alarms).toHaveLength(state === 'Publish that it needs attention' ? 0 : 1);
    expect(journey.tasks().includes(task(journey))).toBe(state !== 'Raise a task for a person');
    expect(journey.heard().includes('decision-delayed')).toBe(
      state !== 'Raise a task for a person' && state !== 'Tell the candidate who answers',
    );
    expect(journey.world.executions()).toEqual([expect.objectContaining({ machine, status: 'FAILED' })]);
  });

  test('trouble with a question never moves what was promised for the application', async () => {
    const journey = new Journey({
      scripts: new Scripts().throws(machine, 'Take the question up', 'InvalidInput'),
    });
    await journey.begin();
    const before = journey.office.application.promise;
    await journey.ask(inWriting);
    expect(journey.tasks()).toHaveLength(1);
    expect(journey.office.application.promise).toEqual(before);
  });

  const steps = [...statesOf(machine)].flatMap(([state, { Type, Resource = '' }]) =>
    Type === 'Task' && Resource.includes('lambda') && !trouble.includes(state) && !state.startsWith('Raise')
      ? [state]
      : [],
  );
  test.each(steps)('%s: fails once, is tried again, and nobody notices', async (state) => {
    const journey = await answered(new Scripts().throws(machine, state, 'Contended', 1));
    expect(journey.heard()).toEqual(['question-received', 'answer']);
    expect(journey.alarms).toEqual([]);
  });

  const mails = [...statesOf(machine)].flatMap(([state, { Retry }]) =>
    Retry.some(({ ErrorEquals }) => ErrorEquals.includes('MailUnconfirmed')) ? [state] : [],
  );
  test.each(mails)('%s: a mail that nobody confirms ends like one that is refused', async (state) => {
    const without = (error: string): Promise<Journey> => {
      const scripts = new Scripts().throws(machine, state, error);
      return answered(
        trouble.includes(state) ? scripts.throws(machine, 'Take the question up', 'InvalidInput') : scripts,
      );
    };
    const [unconfirmed, refused] = [await without('MailUnconfirmed'), await without('MailRefused')];
    expect(unconfirmed.heard()).toEqual(refused.heard());
    expect(unconfirmed.tasks()).toHaveLength(refused.tasks().length);
  });

  test('ends after a year, if its child never did', async () => {
    const { journey } = await asked(inWriting, {
      scripts: new Scripts().silent(machine, 'Keep the promise'),
    });
    await journey.end();
    expect(journey.world.executions()).toEqual([expect.objectContaining({ machine, status: 'TIMED_OUT' })]);
    expect(journey.world.now - journey.start).toBe(machineTimeout(machine) * 1000);
    expect(machineTimeout(machine)).toBeGreaterThan(machineTimeout('keep-promise'));
  });
});
