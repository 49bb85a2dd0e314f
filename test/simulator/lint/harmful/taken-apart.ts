import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const declined = "$decided = 'declined'";

/** Edits that hurt on some days or some people only, each with the rule that is to find it. */
export const takenApart: readonly Refused[] = [
  ...[
    "$fromMillis($toMillis($states.context.State.EnteredTime), '[F0]') = '6'",
    "$number($fromMillis($toMillis($answeredAt), '[H#1]')) >= 22",
    "$states.context.State.EnteredTime > '2027-01-01T00:00:00Z'",
    '1798761600000 > $toMillis($answeredAt)',
    '$toMillis($submittedAt) % 7 = 0',
    "$substring($applicationId, -1) = '7'",
    "($applicationId ~> $substring(-1)) = '7'",
    '$contains($run, /7$/)',
  ].map((when): Refused => ({
    rule: 'taken-apart',
    machine: journey,
    state: 'What was decided?',
    replace: declined,
    by: `${declined} and ${when}`,
  })),
  {
    rule: 'taken-apart',
    machine: 'callback-request',
    state: 'Send the answer',
    replace: '{% $questionId %}',
    by: '{% $substring($questionId, 0, 1) %}',
  },
  {
    rule: 'taken-apart',
    machine: 'keep-promise',
    state: 'Remind',
    replace: '{% $rungs[$next].to %}',
    by: "{% $substringBefore($rungs[$next].at, '-') = '2027' ? [] : $rungs[$next].to %}",
  },
];
