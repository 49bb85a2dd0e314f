import {
  all,
  branch,
  branchTo,
  fieldsIn,
  isFields,
  machine,
  onward,
  state,
  stateOf,
  words,
} from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const feedback = 'interview-feedback';

/** Edits after which a candidate waits and hears nothing. */
export const silence: readonly Harmful[] = [
  { what: 'nobody is acknowledged', by: 'lint', edit: onward(journey, 'Begin the journey', 'Screen') },
  {
    what: 'the acknowledgement waits for the decision',
    by: 'proof',
    edit: all(
      onward(journey, 'Begin the journey', 'Is a welcome call wanted?'),
      onward(journey, 'Decide on the shortlist', 'Acknowledge'),
      onward(journey, 'Acknowledge', 'What was decided?'),
    ),
  },
  {
    what: 'whoever owes an answer after a release has another task',
    by: 'proof',
    edit: state(promise, 'Leave a task open', (it) => {
      fieldsIn(it, 'Arguments', 'Payload')['subject'] = '1';
    }),
  },
  {
    what: 'the lead does not hear what is owed after a release',
    by: 'proof',
    edit: machine(promise, (it) => {
      stateOf(it, 'Leave a task open')['Next'] = 'Promise over';
      Reflect.deleteProperty(fieldsIn(it, 'States'), 'Tell the lead what is owed');
    }),
  },
  {
    what: 'an hour passes before the acknowledgement',
    by: 'proof',
    edit: machine(journey, (it) => {
      Object.assign(fieldsIn(it, 'States'), {
        Breathe: { Type: 'Wait', Seconds: 3600, Next: 'Acknowledge' },
      });
      fieldsIn(it, 'States', 'Begin the journey')['Next'] = 'Breathe';
    }),
  },
  {
    what: 'the invitation is left out',
    by: 'lint',
    edit: branchTo(journey, 'What was decided?', 'shortlisted', 'Arrange the interview'),
  },
  {
    what: 'HR sees to a journey that failed, and its candidate is told no date',
    by: 'proof',
    edit: machine(journey, (it) => {
      const states = fieldsIn(it, 'States');
      const skipped = 'Tell the candidate who answers';
      const { Next } = fieldsIn(states, skipped);
      delete states[skipped];
      const leadOn = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(leadOn);
        if (!isFields(value)) return value === skipped ? Next : value;
        return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, leadOn(inner)]));
      };
      it['States'] = leadOn(states);
    }),
  },
  {
    what: 'whoever owes an answer is not asked before they are reminded',
    by: 'proof',
    edit: state(promise, 'Tell who owes it', (it) => void (it['Items'] = '{% [] %}')),
  },
  {
    what: 'nobody is told of the new date',
    by: 'proof',
    edit: state(promise, 'Tell the candidate of the delay', (it) => void (it['Items'] = '{% [] %}')),
  },
  {
    what: 'the lead, not the candidate, is told of the new date',
    by: 'proof',
    edit: state(promise, 'Tell the candidate of the delay', (it) => {
      fieldsIn(it, 'ItemSelector')['to'] = 'lead';
    }),
  },
  {
    what: 'the wait for a person is lengthened',
    by: 'lint',
    edit: state(promise, 'Wait for a person', (it) => void (it['TimeoutSeconds'] = 9_000_000)),
  },
  {
    what: 'the wait counts a day more than the rung says',
    by: 'proof',
    edit: words(
      promise,
      '$toMillis($rungs[$next].at) - $toMillis',
      '86400000 + $toMillis($rungs[$next].at) - $toMillis',
    ),
  },
  {
    what: 'the wait reads the instant of another rung',
    by: 'proof',
    edit: words(
      promise,
      '$ceil(($toMillis($rungs[$next].at)',
      '$ceil(($toMillis($rungs[$count($rungs) - 1].at)',
    ),
  },
  {
    what: 'a rung is climbed again and again',
    by: 'proof',
    edit: state(promise, 'Remind', (it) => Object.assign(it, { Assign: { next: '{% $next %}' } })),
  },
  {
    what: 'every other rung is left out',
    by: 'proof',
    edit: words(promise, '"{% $next + 1 %}"', '"{% $next + 2 %}"'),
  },
  {
    what: 'the release is not said',
    by: 'proof',
    edit: state(promise, 'Release the candidate', (it) => void (it['Items'] = '{% [] %}')),
  },
  {
    what: 'a decision is never final',
    by: 'proof',
    edit: words(
      promise,
      '$ceil(($toMillis($gate.holdUntil)',
      '$ceil((7776000000 + $toMillis($gate.holdUntil)',
    ),
  },
  {
    what: 'an interview that is called off ends the journey',
    by: 'proof',
    edit: branchTo(journey, 'Did the interview take place?', 'cancelled', 'Close'),
  },
  {
    what: 'an interview is never confirmed',
    by: 'proof',
    edit: words(feedback, '$told < $sequence', '$told > $sequence'),
  },
  {
    what: 'approved feedback is not delivered',
    by: 'proof',
    edit: all(
      branchTo(feedback, 'Was it approved?', "'approved'", 'Feedback still owed'),
      branchTo(feedback, 'Was it approved?', "'released'", 'Deliver the feedback'),
    ),
  },
  {
    what: 'the wrong ones are told of a cancellation',
    by: 'proof',
    edit: branch(feedback, 'How does it stand?', 'cancelled', (it) => {
      it['Condition'] = "{% $status = 'scheduled' %}";
    }),
  },
  {
    what: 'the wait for the interview is a month',
    by: 'proof',
    edit: words(feedback, '$ceil(($toMillis($endsAt)', '$ceil((2678400000 + $toMillis($endsAt)'),
  },
  {
    what: 'feedback is asked for only after another week',
    by: 'proof',
    edit: words(feedback, '"{% $endsAt %}"', '"{% $fromMillis($toMillis($endsAt) + 604800000) %}"'),
  },
];
