import type { Refused } from './refused.ts';

const journey = 'candidate-journey';

/** Edits of what histories keep, each with the rule that is to find it. */
export const histories: readonly Refused[] = [
  {
    rule: 'personal-data',
    machine: journey,
    state: 'Thank with an offer',
    replace: '"from": "{% $answeredAt %}",',
    by: '"from": "{% $answeredAt %}",\n          "email": "{% $states.input.email %}",',
    at: '"email"',
  },
  {
    rule: 'personal-data',
    machine: journey,
    state: 'Decide on the shortlist',
    replace: '"subject": "1"',
    by: '"subject": "{% $states.input.candidate.firstName %}"',
  },
  {
    rule: 'personal-data',
    machine: journey,
    state: 'Screen',
    replace: '"failure": "{% $states.errorOutput.Error %}"',
    by: '"failure": "{% $states.errorOutput.Cause %}"',
    at: '"error": "{% $failure %}"',
  },
];
