import { all, caughtBy, fieldsIn, machine, onward, state } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';

/** Edits after which an error hurts somebody. */
export const failures: readonly Harmful[] = [
  { what: 'a Catch is removed', by: 'lint', edit: state(journey, 'Screen', (it) => void delete it['Catch']) },
  {
    what: 'a Catch is removed around the reminders',
    by: 'lint',
    edit: state(promise, 'Remind', (it) => void delete it['Catch']),
  },
  {
    what: 'an invitation that fails is passed over',
    by: 'lint',
    edit: caughtBy(journey, 'Invite', 'Arrange the interview'),
  },
  {
    what: 'a decline that fails is passed over',
    by: 'proof',
    edit: caughtBy(journey, 'Decline', 'Thank with an offer'),
  },
  {
    what: 'a release that fails is passed over',
    by: 'proof',
    edit: caughtBy(promise, 'Release the candidate', 'Promise over'),
  },
  {
    what: 'a word of delay that fails is passed over',
    by: 'proof',
    edit: caughtBy(promise, 'Tell the candidate of the delay', 'Where does it stand?'),
  },
  {
    what: 'a journey that fails raises no task',
    by: 'proof',
    edit: caughtBy(journey, 'Screen', 'Needs attention'),
  },
  {
    what: 'a journey that fails ends as if it had not',
    by: 'proof',
    edit: caughtBy(journey, 'Decide on the shortlist', 'Journey over'),
  },
  {
    what: 'a journey that fails is closed',
    by: 'proof',
    edit: caughtBy(journey, 'Screen', 'Close'),
  },
  {
    what: 'the candidate is not told that a person takes over',
    by: 'lint',
    edit: all(
      onward(journey, 'Publish that it needs attention', 'Needs attention'),
      caughtBy(journey, 'Publish that it needs attention', 'Needs attention'),
    ),
  },
  {
    what: 'a step is tried for ever',
    by: 'lint',
    edit: state(journey, 'Invite', (it) => void (fieldsIn(it, 'Retry', 0)['MaxAttempts'] = 999_999)),
  },
  {
    what: 'a step may hang for ever',
    by: 'lint',
    edit: state(journey, 'Invite', (it) => void delete it['TimeoutSeconds']),
  },
  {
    what: 'the journey is given a day',
    by: 'lint',
    edit: machine(journey, (it) => void (it['TimeoutSeconds'] = 86_400)),
  },
  {
    what: 'a promise is given a day',
    by: 'proof',
    edit: machine(promise, (it) => void (it['TimeoutSeconds'] = 86_400)),
  },
  {
    what: 'the wait for a person fails instead of climbing',
    by: 'lint',
    edit: all(state(promise, 'Wait for a person', (it) => void (it['Catch'] = [fieldsIn(it, 'Catch', 1)]))),
  },
];
