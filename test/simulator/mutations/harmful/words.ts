import { all, branch, fieldsIn, payload, policy, state } from '../edit.ts';
import type { Harmful } from './harmful.ts';

const journey = 'candidate-journey';
const feedback = 'interview-feedback';

/** Edits of what is said, kept and promised, as somebody makes them who does not know the rules. */
export const words: readonly Harmful[] = [
  {
    what: 'the decline is said with the words after an interview',
    by: 'proof',
    edit: payload(journey, 'Decline', 'message', 'decline-after-interview'),
  },
  {
    what: 'the declined are congratulated',
    by: 'proof',
    edit: payload(journey, 'Decline', 'message', 'hired'),
  },
  {
    what: 'the survey is a second acknowledgement',
    by: 'proof',
    edit: all(
      payload(journey, 'Ask how we did', 'message', 'acknowledgement'),
      payload(journey, 'Ask how we did', 'occurrence', '2'),
    ),
  },
  {
    what: 'the invitation is an interview confirmation',
    by: 'lint',
    edit: payload(journey, 'Invite', 'message', 'interview-scheduled'),
  },
  {
    what: 'interviewers are never asked',
    by: 'proof',
    edit: state(
      feedback,
      'Ask the interviewers',
      (it) => void (it['Items'] = '{% $interviewers[$ = "nobody"] %}'),
    ),
  },
  {
    what: 'the moved interview is not confirmed again',
    by: 'proof',
    edit: branch(feedback, 'How does it stand?', '$told', (it) => void (it['Condition'] = '{% $told < 0 %}')),
  },
  {
    what: 'JSONPath in one state',
    by: 'lint',
    edit: state(journey, 'Screen', (it) => void (it['QueryLanguage'] = 'JSONPath')),
  },
  {
    what: 'the name goes into the history',
    by: 'lint',
    edit: state(journey, 'Begin the journey', (it) => {
      fieldsIn(it, 'Assign')['candidateName'] = '{% $states.result.Payload.candidate.name %}';
    }),
  },
  {
    what: 'the release of the feedback is left out',
    by: 'reader',
    edit: policy('approval', (it) => void (it['released'] = null)),
  },
  {
    what: 'the delay of the approval is a decision’s',
    by: 'reader',
    edit: policy('approval', (it) => void (it['delayed'] = 'hired')),
  },
  {
    what: 'the decision is promised within a year',
    by: 'reader',
    edit: policy('shortlist', (it) => void (it['within'] = 'P365D')),
  },
  {
    what: 'an expression that is not closed',
    by: 'lint',
    edit: state(journey, 'Decide on the shortlist', (it) => {
      fieldsIn(it, 'Assign')['answeredAt'] = '{% $states.result.Output.closedAt }';
    }),
  },
];
