import { all, branch, branchTo, fieldsIn, lastCatch, machine, onward, state, stateOf } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const feedback = 'interview-feedback';
const offer = 'loyalty-offer';
const callback = 'callback-request';

/** Edits of where things lead, as somebody makes them who does not know the rules. */
export const ways: readonly Harmful[] = [
  {
    what: 'the answer at the gate is not kept',
    by: 'lint',
    edit: state(promise, 'Wait for a person', (it) => void delete it['Assign']),
  },
  {
    what: 'the gate is kept as it was before it was climbed',
    by: 'lint',
    edit: state(promise, 'Climb the ladder', (it) => {
      delete fieldsIn(it, 'Assign')['gate'];
    }),
  },
  {
    what: 'the default of a Choice is the end',
    by: 'lint',
    edit: state(journey, 'What comes next?', (it) => void (it['Default'] = 'Journey over')),
  },
  {
    what: 'the default of where it stands is over',
    by: 'lint',
    edit: state(promise, 'Where does it stand?', (it) => void (it['Default'] = 'Promise over')),
  },
  {
    what: 'the offer goes out before the hired are told',
    by: 'lint',
    edit: all(branchTo(journey, 'What comes next?', "'hired'", 'Thank with an offer')),
  },
  {
    what: 'the offer first, the decline after it',
    by: 'lint',
    edit: all(
      branchTo(journey, 'What was decided?', "'declined'", 'Thank with an offer'),
      onward(journey, 'Ask how we did', 'Decline'),
      onward(journey, 'Decline', 'Close'),
    ),
  },
  {
    what: 'errors are caught by a Succeed',
    by: 'proof',
    edit: machine(journey, (it) => {
      Object.assign(fieldsIn(it, 'States'), { Fine: { Type: 'Succeed' } });
      lastCatch(stateOf(it, 'Decide on the shortlist'))['Next'] = 'Fine';
    }),
  },
  {
    what: 'errors of the acknowledgement are passed over',
    by: 'proof',
    edit: state(journey, 'Acknowledge', (it) => void (lastCatch(it)['Next'] = 'Is a welcome call wanted?')),
  },
  {
    what: 'the failure ends as a success',
    by: 'proof',
    edit: state(journey, 'Needs attention', (it) => {
      for (const key of Object.keys(it)) delete it[key];
      it['Type'] = 'Succeed';
    }),
  },
  {
    what: 'the failure of a promise ends as a success',
    by: 'proof',
    edit: state(promise, 'Needs attention', (it) => {
      for (const key of Object.keys(it)) delete it[key];
      Object.assign(it, {
        Type: 'Succeed',
        Output: {
          outcome: 'declined',
          settledBy: 'person',
          kept: true,
          closedAt: null,
          about: null,
          gateId: 'shortlist-1',
        },
      });
    }),
  },
  {
    what: 'a comparison is turned round',
    by: 'proof',
    edit: branch(
      promise,
      'Where does it stand?',
      '<= $toMillis',
      (it) =>
        void (it['Condition'] =
          '{% $toMillis($rungs[$next].at) >= $toMillis($states.context.State.EnteredTime) %}'),
    ),
  },
  {
    what: 'held is taken for closed',
    by: 'proof',
    edit: branch(
      promise,
      'Where does it stand?',
      "status = 'closed'",
      (it) => void (it['Condition'] = "{% $gate.status != 'pending' %}"),
    ),
  },
  {
    what: 'reminders and releases swap',
    by: 'proof',
    edit: all(
      branchTo(promise, 'Which rung is it?', "'delay'", 'Remind'),
      branchTo(promise, 'Which rung is it?', "'remind'", 'Tell the candidate of the delay'),
    ),
  },
  {
    what: 'no task is left open after a release',
    by: 'proof',
    edit: state(
      promise,
      'Does a person still owe an answer?',
      (it) =>
        void (it['Choices'] = [
          { Condition: '{% $count($rungs[$next].to) > 9 %}', Next: 'Leave a task open' },
        ]),
    ),
  },
  {
    what: 'the application is never closed',
    by: 'lint',
    edit: onward(journey, 'Ask how we did', 'Did the candidate withdraw?'),
  },
  {
    what: 'the journey ends before the survey and stays open',
    by: 'proof',
    edit: machine(journey, (it) => {
      stateOf(it, 'Still here after the offer?')['Default'] = 'Journey over';
      for (const gone of [
        'Start the pause before the survey',
        'Still here for the survey?',
        'Pause before the survey',
        'Ask how we did',
        'Raise a task for the survey',
        'Raise a task for the thanks',
      ])
        delete fieldsIn(it, 'States')[gone];
      lastCatch(stateOf(it, 'Thank with an offer'))['Next'] = 'Raise a task for a person';
    }),
  },
  {
    what: 'a failed interviewer is tolerated',
    by: 'lint',
    edit: state(feedback, 'Ask the interviewers', (it) => void (it['ToleratedFailurePercentage'] = 100)),
  },
  {
    what: 'feedback goes out before it is approved',
    by: 'lint',
    edit: onward(feedback, 'Ask the interviewers', 'Deliver the feedback'),
  },
  {
    what: 'feedback that is released counts as delivered twice',
    by: 'lint',
    edit: branchTo(feedback, 'Was it approved?', "'released'", 'Deliver the feedback'),
  },
  {
    what: 'an offer at every end, after the survey too',
    by: 'lint',
    edit: machine(journey, (it) => {
      const again = structuredClone(stateOf(it, 'Thank with an offer'));
      again['Next'] = 'Close';
      fieldsIn(again, 'Arguments')['Name'] = "{% $run & '-offer-2' %}";
      Object.assign(fieldsIn(it, 'States'), { 'Thank again': again });
      stateOf(it, 'Ask how we did')['Next'] = 'Thank again';
    }),
  },
  {
    what: 'the offer is sent whether or not a code was issued',
    by: 'lint',
    edit: state(offer, 'Consented, and issued?', (it) => void (it['Default'] = 'Send the offer')),
  },
  {
    what: 'a step is skipped by a Choice that is always so',
    by: 'proof',
    edit: state(
      callback,
      'Is it still asked?',
      (it) => void (it['Choices'] = [{ Condition: '{% true %}', Next: 'Question erased' }]),
    ),
  },
];
