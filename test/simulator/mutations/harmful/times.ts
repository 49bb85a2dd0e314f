import { fieldsIn, forAll, insert, machine, payload, settings, state, stateOf, words } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';

/** Edits of waits, retries, limits and clocks, as somebody makes them who does not know the rules. */
export const times: readonly Harmful[] = [
  {
    what: 'a minute of cooling down follows an undo, also when it comes in the last second',
    by: 'proof',
    edit: machine(promise, (it) => {
      stateOf(it, 'Leave time to undo')['Next'] = 'Cool down';
      Object.assign(fieldsIn(it, 'States'), {
        'Cool down': { Type: 'Wait', Seconds: 60, Next: 'Where does it stand?' },
      });
    }),
  },
  {
    what: 'the date for feedback moves when the last interviewer has answered',
    by: 'proof',
    edit: state('interview-feedback', 'Have the feedback approved', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['from'] = '{% $states.context.State.EnteredTime %}';
    }),
  },
  {
    what: 'a wait of 400 days before the decline',
    by: 'lint',
    edit: machine(journey, (it) => {
      Object.assign(fieldsIn(it, 'States'), { Rest: { Type: 'Wait', Seconds: 34_560_000, Next: 'Decline' } });
      const choices = stateOf(it, 'What was decided?')['Choices'];
      if (Array.isArray(choices)) fieldsIn(choices[1])['Next'] = 'Rest';
    }),
  },
  {
    what: 'a wait of four days before the invitation',
    by: 'lint',
    edit: insert(journey, 'Let it rest', { Type: 'Wait', Seconds: 345_600 }, 'Screen'),
  },
  {
    what: 'a wait until a fixed day',
    by: 'lint',
    edit: insert(journey, 'Let it rest', { Type: 'Wait', Timestamp: '2031-01-01T00:00:00Z' }, 'Screen'),
  },
  {
    what: 'a wait of five minutes before the acknowledgement',
    by: 'proof',
    edit: insert(journey, 'Let it rest', { Type: 'Wait', Seconds: 300 }, 'Begin the journey'),
  },
  {
    what: 'a wait of eleven hours after the decision',
    by: 'lint',
    edit: insert(promise, 'Let it rest', { Type: 'Wait', Seconds: 39_600 }, 'Record the outcome'),
  },
  {
    what: 'everything is tried again whatever it was',
    by: 'lint',
    edit: forAll(journey, (it) => {
      if (it['Type'] === 'Task')
        it['Retry'] = [
          { ErrorEquals: ['States.ALL'], IntervalSeconds: 3600, MaxAttempts: 99, BackoffRate: 2 },
        ];
    }),
  },
  {
    what: 'a decline is tried again whatever it was',
    by: 'lint',
    edit: state(journey, 'Decline', (it) => {
      it['Retry'] = [
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: 30,
          MaxAttempts: 6,
          BackoffRate: 2,
          JitterStrategy: 'FULL',
        },
      ];
    }),
  },
  {
    what: 'a child that failed is started again',
    by: 'lint',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      const r = fieldsIn(it, 'Retry', 0);
      r['ErrorEquals'] = ['States.TaskFailed'];
    }),
  },
  {
    what: 'the token is given under another name',
    by: 'lint',
    edit: state(promise, 'Wait for a person', (it) => {
      const p = fieldsIn(it, 'Arguments', 'Payload');
      p['token'] = p['taskToken'];
      delete p['taskToken'];
    }),
  },
  {
    what: 'the token is the execution’s name',
    by: 'lint',
    edit: payload(promise, 'Wait for a person', 'taskToken', '{% $states.context.Execution.Name %}'),
  },
  {
    what: 'another version of the gate is said to have been seen',
    by: 'proof',
    edit: payload(promise, 'Wait for a person', 'seenVersion', '{% $gate.version + 1 %}'),
  },
  {
    what: 'a minute is counted as a second',
    by: 'proof',
    edit: words(promise, '/ 1000)]) %}', '/ 60000)]) %}'),
  },
  {
    what: 'an hour is added to each wait',
    by: 'proof',
    edit: words(
      promise,
      '$ceil(($toMillis($rungs[$next].at) - $toMillis($states.context.State.EnteredTime)) / 1000)',
      '3600 + $ceil(($toMillis($rungs[$next].at) - $toMillis($states.context.State.EnteredTime)) / 1000)',
    ),
  },
  {
    what: 'a step is told the start of the execution',
    by: 'lint',
    edit: payload(journey, 'Screen', 'at', '{% $states.context.Execution.StartTime %}'),
  },
  {
    what: 'the clock starts when the machine does, not when the candidate sent the form',
    by: 'lint',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['from'] = '{% $now() %}';
    }),
  },
  {
    what: 'the promise counts from the entry of its state, however late that is after an outage',
    by: 'proof',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['from'] = '{% $states.context.State.EnteredTime %}';
    }),
  },
  {
    what: 'the promise counts from the start of the execution, however late that is after an outage',
    by: 'proof',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['from'] = '{% $states.context.Execution.StartTime %}';
    }),
  },
  {
    what: 'the promise counts from the end of the acknowledgement',
    by: 'proof',
    edit: state(journey, 'Acknowledge', (it) => {
      it['Assign'] = { submittedAt: '{% $states.context.State.EnteredTime %}' };
    }),
  },
  {
    what: 'the promise begins a day late',
    by: 'proof',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['from'] = '{% $fromMillis($toMillis($submittedAt) + 86400000) %}';
    }),
  },
  {
    what: 'the round is not counted',
    by: 'proof',
    edit: state(journey, 'Hold the interview and give feedback', (it) => {
      delete fieldsIn(it, 'Assign')['round'];
    }),
  },
  {
    what: 'the machine has an hour',
    by: 'proof',
    edit: machine(promise, (it) => void (it['TimeoutSeconds'] = 3600)),
  },
  {
    what: 'the machine has no end',
    by: 'lint',
    edit: machine(journey, (it) => void delete it['TimeoutSeconds']),
  },
  {
    what: 'a heartbeat that nobody sends',
    by: 'proof',
    edit: state(promise, 'Wait for a person', (it) => void (it['HeartbeatSeconds'] = 1)),
  },
  {
    what: 'the wait for a person does not look at its deadline',
    by: 'proof',
    edit: state(promise, 'Wait for a person', (it) => void (it['TimeoutSeconds'] = 60)),
  },
  {
    what: 'HR’s tasks have half a year',
    by: 'reader',
    edit: settings((it) => void (it['tasks'] = { within: 'P180D', clock: 'elapsed' })),
  },
];
