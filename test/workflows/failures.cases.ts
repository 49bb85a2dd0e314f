import { describe, expect, test } from 'vitest';
import { statesOf, waitsForAnswer } from './definition.ts';
import type { StateDefinition } from './definition.ts';
import type { Journey } from './journey.ts';
import { machineNames as all } from './machines.ts';
import type { MachineName } from './machines.ts';
import { applicationId, defaultSettings } from './office.ts';
import { Scripts } from './scripts.ts';
import { playOut } from './story.ts';
import type { StoryName } from './story.ts';

/** The story that comes by a state; the hired one comes by all that are not named. */
const storyThrough: Partial<Record<MachineName, Record<string, StoryName>>> = {
  'candidate-journey': {
    Decline: 'declined',
    'Decline after the interview': 'declined after the interview',
    'Confirm the withdrawal': 'withdrawn',
  },
  'interview-feedback': { 'Tell that it is cancelled': 'interview cancelled' },
  'keep-promise': Object.fromEntries(
    [
      'Climb the ladder',
      'Remind one person',
      'Escalate to one person',
      'Say the new date',
      'Say that we failed',
      'Leave a task open',
      'Tell the lead what is owed',
    ].map((state) => [state, 'undecided' as const]),
  ),
};

/** What a machine does when it cannot go on; each of these is only reached after another failure. */
const trouble = [
  'Raise a task for a person',
  'Tell the lead of the task',
  'Publish that it needs attention',
  'Tell the candidate who answers',
];

/** What trouble stops nothing: the thanks are a matter of their own, and the survey is. */
const holdsUpNothing = (machine: MachineName, state: string): boolean =>
  machine === 'loyalty-offer' || state === 'Thank with an offer';

/** What the task for HR is about: the run of the journey, or the thanks that could not be given. */
const subjectOf = (machine: MachineName): string =>
  machine === 'loyalty-offer' ? 'loyalty-offer' : applicationId;

/** A word on the ladder that cannot be sent stops nothing: the clock goes on for the candidate. */
const words = ['Tell one person', 'Remind one person', 'Escalate to one person', 'Say the new date'];

/** What sees to a question runs beside the journey, and its failures are played in questions.cases.ts. */
const machineNames = all.filter((name) => name !== 'callback-request');

/** A step that fails, so that the machine is in trouble. */
const firstStep: Record<Exclude<MachineName, 'callback-request'>, string> = {
  'candidate-journey': 'Screen',
  'keep-promise': 'Make the promise',
  'interview-feedback': 'Look up the interview',
  'loyalty-offer': 'Start the pause',
};

type Case = readonly [machine: MachineName, state: string, definition: StateDefinition];

const tasks: Case[] = machineNames.flatMap((machine) =>
  [...statesOf(machine)].flatMap(([state, definition]) =>
    definition.Type === 'Task' ? [[machine, state, definition] as const] : [],
  ),
);
const settings = { ...defaultSettings, welcomeCall: true };

const run = (machine: MachineName, state: string, scripts: Scripts): Promise<Journey> =>
  playOut(storyThrough[machine]?.[state] ?? 'hired', { settings, scripts });

const startsAChild = ({ Resource = '' }: StateDefinition): boolean => Resource.includes('startExecution');

describe('a step that fails for good', () => {
  const steps = tasks.filter(
    ([, state, it]) =>
      !trouble.includes(state) &&
      !words.includes(state) &&
      !state.startsWith('Raise a task for the') &&
      state !== 'Ask how we did' &&
      !startsAChild(it),
  );

  test.each(steps)(
    '%s, %s: a task for HR, an alarm, and every machine above says so too',
    async (machine, state, it) => {
      // A wait whose function is silent still ends on time; only an error can break it.
      const scripts = new Scripts();
      if (waitsForAnswer(it)) scripts.throws(machine, state, 'Contended');
      else scripts.silent(machine, state);
      const journey = await run(machine, state, scripts);

      const error = waitsForAnswer(it) ? 'Contended' : 'States.Timeout';
      const failedIn = mapAround(machine, state) ?? state;
      expect(journey.alarms[0]).toMatchObject({ machine, state: failedIn, error });
      expect(journey.tasks()).toContain(`attention ${subjectOf(machine)}`);
      const told = toldOfTrouble(journey);
      expect(told[0]).toBe(`attention.${subjectOf(machine)}`);
      expect(new Set(told).size).toBe(told.length);
      expectEnd(journey, holdsUpNothing(machine, state));
      // Where a wait is broken, people act all the same, and each act takes the journey up again.
      const stalled = waitsForAnswer(it)
        ? journey.office.application.stalled
        : !holdsUpNothing(machine, state);
      expect(Boolean(journey.office.application.stalled)).toBe(Boolean(stalled));
    },
  );

  test('when the survey is asked: is a task, and the application is closed all the same', async () => {
    const journey = await run(
      'candidate-journey',
      'Ask how we did',
      new Scripts().silent('candidate-journey', 'Ask how we did'),
    );
    expect(journey.alarms).toEqual([]);
    expect(journey.tasks()).toContain('attention survey');
    expect(journey.office.application).toMatchObject({ stage: 'closed' });
  });

  test.each([
    ['Ask how we did', 'Raise a task for the survey'],
    ['Thank with an offer', 'Raise a task for the thanks'],
  ])('%s, and no task for it either: then the machine gives up loudly', async (state, instead) => {
    const scripts = new Scripts()
      .throws('candidate-journey', 'Ask how we did', 'MailRefused')
      .refuses('candidate-journey', 'Thank with an offer', 'ThrottlingException')
      .silent('candidate-journey', instead);
    const journey = await run('candidate-journey', state, scripts);
    expect(journey.alarms).toMatchObject([{ state: instead }]);
    expectEnd(journey, false);
  });

  test('that nothing can heal is not tried again', async () => {
    const journey = await playOut('undecided', {
      scripts: new Scripts().throws('candidate-journey', 'Screen', 'InvalidInput', 1),
    });
    expect(journey.alarms).toMatchObject([{ state: 'Screen', error: 'InvalidInput' }]);
  });
});

describe('a child that Step Functions will not start', () => {
  const starts = tasks.filter(([machine, state, it]) => startsAChild(it) && !holdsUpNothing(machine, state));

  test('to give the thanks: is a task, and the survey is asked all the same', async () => {
    const scripts = new Scripts().refuses('candidate-journey', 'Thank with an offer', 'ThrottlingException');
    const journey = await run('candidate-journey', 'Thank with an offer', scripts);
    expect(journey.tasks()).toContain('attention loyalty-offer');
    expect(journey.heard().at(-1)).toBe('survey');
    expectEnd(journey, true);
  });

  test.each(starts)('%s, %s', async (machine, state) => {
    const scripts = new Scripts().refuses(machine, state, 'ThrottlingException');
    const journey = await run(machine, state, scripts);
    expect(journey.alarms[0]).toMatchObject({ machine, error: 'StepFunctions.ThrottlingException' });
    expect(journey.tasks()).toContain(`attention ${applicationId}`);
    expectEnd(journey, false);
  });
});

describe('a word on the ladder that cannot be sent', () => {
  test.each(words)('%s: becomes a task, and the ladder goes on', async (state) => {
    const scripts = new Scripts().silent('keep-promise', state);
    const journey = await run('keep-promise', state, scripts);
    expect(journey.alarms).toEqual([]);
    expect(journey.tasks().some((task) => /^attention (shortlist|feedback)-.*\.\d$/.test(task))).toBe(true);
    expect(journey.office.application.stage).toBe('closed');
  });

  test('when the promise is made: no rung of the ladder is left out', async () => {
    const scripts = new Scripts().throws('keep-promise', 'Tell one person', 'MailRefused');
    const reminded = (journey: Journey): string[] =>
      journey.sent('staff').filter((line) => / feedback-(reminder|escalation) /.test(line));
    const untold = await playOut('one interviewer silent', { scripts });
    expect(reminded(untold)).toHaveLength(3);
    expect(reminded(untold)).toEqual(reminded(await playOut('one interviewer silent')));
  });

  test('and no task for it either: then the machine gives up loudly', async () => {
    const scripts = new Scripts()
      .throws('keep-promise', 'Remind one person', 'MailRefused')
      .silent('keep-promise', 'Raise a task for the reminder');
    const journey = await playOut('undecided', { scripts });
    expect(journey.alarms[0]).toMatchObject({ state: 'Raise a task for the reminder' });
    expect(journey.tasks()).toContain(`attention ${applicationId}`);
  });

  test.each([
    ['Remind one person', ['+48:00 decision-delayed → candidate', '+72:00 release → candidate']],
    ['Say the new date', ['+72:00 release → candidate']],
  ])('%s: leaves every later deadline where it was', async (state, told) => {
    const scripts = new Scripts().throws('keep-promise', state, 'MailRefused');
    const journey = await playOut('undecided', { scripts });
    expect(journey.sent('candidate').slice(1, -2)).toEqual(told);
  });
});

describe('a machine in trouble whose own way out fails', () => {
  const ways = machineNames.flatMap((machine) =>
    trouble.filter((state) => statesOf(machine).has(state)).map((state) => [machine, state] as const),
  );

  test.each(ways)('%s, %s: goes on to the next way, and ends as failed', async (machine, state) => {
    const scripts = new Scripts().throws(machine, firstStep[machine], 'InvalidInput').silent(machine, state);
    const journey = await run(machine, state, scripts);
    const own = journey.alarms.filter((alarm) => JSON.stringify(alarm).includes(`"machine":"${machine}"`));
    expect(own).toHaveLength(state === 'Publish that it needs attention' ? 0 : 1);
    // What a child could not do, the machine above does with the same task and the same mail.
    const above = machine === 'keep-promise' || machine === 'interview-feedback';
    const raised = machine !== 'candidate-journey' || state !== 'Raise a task for a person';
    expect(journey.tasks().includes(`attention ${subjectOf(machine)}`)).toBe(raised);
    const told = above || (state !== 'Raise a task for a person' && state !== 'Tell the lead of the task');
    expect(toldOfTrouble(journey)).toEqual(told ? [`attention.${subjectOf(machine)}`] : []);
    expectEnd(journey, holdsUpNothing(machine, ''));
  });

  test('tells the candidate a new date when the task for HR is due later than what was promised', async () => {
    const scripts = new Scripts().throws('keep-promise', 'Climb the ladder', 'NotFound');
    const journey = await playOut('undecided', { scripts });
    expect(journey.sent('candidate')).toEqual(['+00:00 acknowledgement → candidate']);
    expect(journey.office.application.promise).toMatchObject({ kind: 'shortlist' });

    const late = new Scripts().silent('keep-promise', 'Climb the ladder');
    const told = (await playOut('undecided', { scripts: late })).letters('candidate');
    expect(told.map(({ message }) => message)).toEqual(['acknowledgement', 'decision-delayed']);
    const { promisedAt, newDate } = told[1]?.variables ?? {};
    expect(promisedAt).toBe('2026-03-04T09:00:00.000Z');
    expect(String(newDate) > String(promisedAt)).toBe(true);
  });
});

describe('a mail of which nobody knows whether it was sent', () => {
  const mails = machineNames.flatMap((machine) =>
    [...statesOf(machine)].flatMap(([state, { Retry }]) =>
      Retry.some(({ ErrorEquals }) => ErrorEquals.includes('MailUnconfirmed'))
        ? [[machine, state] as const]
        : [],
    ),
  );

  test.each(mails)('%s, %s: ends like one that is refused, but minutes later', async (machine, state) => {
    const without = (error: string): Promise<Journey> => {
      const scripts = new Scripts().throws(machine, state, error);
      if (trouble.includes(state)) scripts.throws(machine, firstStep[machine], 'InvalidInput');
      return run(machine, trouble.includes(state) ? firstStep[machine] : state, scripts);
    };
    const [unconfirmed, refused] = [await without('MailUnconfirmed'), await without('MailRefused')];
    expect(unconfirmed.tasks()).toEqual(refused.tasks());
    expect(unconfirmed.heard()).toEqual(refused.heard());
  });

  test('is looked for five times, every 40 s, before a person is asked', async () => {
    const scripts = new Scripts().throws('candidate-journey', 'Acknowledge', 'MailUnconfirmed');
    const journey = await playOut('undecided', { scripts });
    const [task] = [...journey.office.tasks.values()];
    expect(Date.parse(task?.raisedAt ?? '') - journey.start).toBe(200_000);
  });
});

describe('a step that fails once', () => {
  test.each(
    tasks.filter(
      ([, state, it]) =>
        !trouble.includes(state) && !state.startsWith('Raise a task for the') && !startsAChild(it),
    ),
  )('%s, %s: is tried again, and nobody notices', async (machine, state) => {
    const story = storyThrough[machine]?.[state] ?? 'hired';
    const scripts = new Scripts().throws(machine, state, 'Contended', 1);
    const tried = await playOut(story, { settings, scripts });
    const calm = await playOut(story, { settings });
    const messages = ({ office }: Journey): string[] => [...office.ledger.keys()].toSorted();
    expect(messages(tried)).toEqual(messages(calm));
    expect(tried.alarms).toEqual([]);
  });
});

/** The Map state around an inner one: a Catch stands there, so that is what the alarm names. */
function mapAround(machine: MachineName, state: string): string | undefined {
  const around: Record<string, string> = {
    'Say that we failed': 'Release the candidate',
    'Ask one interviewer': 'Ask the interviewers',
  };
  return statesOf(machine).has(state) ? around[state] : undefined;
}

const toldOfTrouble = (journey: Journey): string[] =>
  journey
    .letters('staff')
    .flatMap(({ message, occurrence }) => (message === 'task-raised' ? [occurrence] : []));

function expectEnd(journey: Journey, well: boolean): void {
  const statuses = journey.world.executions();
  const whole = statuses.find(({ machine }) => machine === 'candidate-journey')?.status;
  expect(whole).toBe(well ? 'SUCCEEDED' : 'FAILED');
  expect(statuses.filter(({ status }) => status === 'RUNNING')).toEqual([]);
}
