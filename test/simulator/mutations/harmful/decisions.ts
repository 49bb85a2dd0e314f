import { all, branch, branchTo, fieldsIn, machine, onward, state } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';

/** Edits after which somebody is told what nobody decided, or not told what somebody did. */
export const decisions: readonly Harmful[] = [
  {
    what: 'shortlisted and declined are swapped',
    by: 'lint',
    edit: all(
      branchTo(journey, 'What was decided?', "'shortlisted'", 'Decline'),
      branchTo(journey, 'What was decided?', "'declined'", 'Invite'),
    ),
  },
  {
    what: 'hired and declined are swapped',
    by: 'lint',
    edit: all(
      branchTo(journey, 'What comes next?', "'hired'", 'Decline after the interview'),
      branchTo(journey, 'What comes next?', "'declined'", 'Congratulate'),
    ),
  },
  {
    what: 'a decline is not said',
    by: 'proof',
    edit: branchTo(journey, 'What was decided?', "'declined'", 'Thank with an offer'),
  },
  {
    what: 'a decline after the interview is not said',
    by: 'lint',
    edit: branchTo(journey, 'What comes next?', "'declined'", 'Thank with an offer'),
  },
  {
    what: 'whoever is not decided about is declined',
    by: 'lint',
    edit: state(journey, 'What was decided?', (it) => void (it['Default'] = 'Decline')),
  },
  {
    what: 'a release becomes a decline',
    by: 'lint',
    edit: branchTo(journey, 'What was decided?', "'released'", 'Decline'),
  },
  {
    what: 'whoever misses a criterion is declined by the machine',
    by: 'lint',
    edit: machine(journey, (it) => {
      Object.assign(fieldsIn(it, 'States', 'Screen'), {
        Next: 'Meets it all?',
        Assign: { meets: '{% $states.result.Payload.meetsAllCriteria %}' },
      });
      Object.assign(fieldsIn(it, 'States'), {
        'Meets it all?': {
          Type: 'Choice',
          Choices: [{ Condition: '{% $meets %}', Next: 'Decide on the shortlist' }],
          Default: 'Decline',
        },
      });
    }),
  },
  {
    what: 'the shortlisted are congratulated',
    by: 'lint',
    edit: branchTo(journey, 'What was decided?', "'shortlisted'", 'Congratulate'),
  },
  {
    what: 'the answer of a child is read from another field',
    by: 'lint',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Assign')['decided'] = '{% $states.result.Output.settledBy %}';
    }),
  },
  {
    what: 'the next step after a second interview is taken for that after the first',
    by: 'proof',
    edit: state(journey, 'Decide on the next step', (it) => {
      fieldsIn(it, 'Arguments', 'Input')['subject'] = '2';
    }),
  },
  {
    what: 'the answer of a child is not read',
    by: 'lint',
    edit: state(journey, 'Decide on the next step', (it) => {
      const { decided: _, ...rest } = fieldsIn(it, 'Assign');
      it['Assign'] = rest;
    }),
  },
  {
    what: 'a second interview is arranged without an invitation',
    by: 'proof',
    edit: branchTo(journey, 'What comes next?', 'another-interview', 'Arrange the interview'),
  },
  {
    what: 'the time to undo is skipped',
    by: 'proof',
    edit: branch(promise, 'Where does it stand?', 'holdUntil', (it) => {
      it['Condition'] = "{% $gate.status = 'held' %}";
    }),
  },
  {
    what: 'a withdrawal is not noticed',
    by: 'lint',
    edit: onward(journey, 'Close', 'Journey over'),
  },
  {
    what: 'whoever withdraws is not told that it is done',
    by: 'proof',
    edit: branchTo(journey, 'What was decided?', "'withdrawn'", 'Journey over'),
  },
  {
    what: 'whoever stays is told of a withdrawal, and who withdraws is not',
    by: 'proof',
    edit: branch(
      journey,
      'Did the candidate withdraw?',
      '$withdrawn',
      (it) => void (it['Condition'] = '{% $withdrawn = false %}'),
    ),
  },
];
