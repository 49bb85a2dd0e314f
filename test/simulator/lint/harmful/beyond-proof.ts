import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const interview = 'interview-feedback';
const rule = 'beyond-proof';
const another = "$decided = 'another-interview'";
const asked = '"Items": "{% $interviewers %}"';

/** Edits that hurt from the third round, person or change on, each with the rule that is to find it. */
export const beyondProof: readonly Refused[] = [
  ...[
    '$round > 2',
    '$round <= 2',
    '3 <= $round',
    '$round = 3',
    "$string($round) = '3'",
    '$round % 2 = 0',
    '$round in [1, 2]',
  ].map((limit): Refused => ({
    rule,
    machine: journey,
    state: 'What comes next?',
    replace: another,
    by: `${another} and ${limit}`,
  })),
  {
    rule,
    machine: journey,
    state: 'Invite',
    replace: '$string($round)',
    by: '$string($min([$round, 2]))',
  },
  {
    rule,
    machine: interview,
    state: 'Confirm the interview',
    replace: '$string($sequence)',
    by: '$string($min([$sequence, 1]))',
  },
  {
    rule,
    machine: interview,
    state: 'Ask one interviewer',
    replace: '$string($states.input.index)',
    by: '$string($min([1, $states.input.index]))',
  },
  ...[
    { counts: '$round', limit: '$rounds > 2' },
    { counts: '$round * 2', limit: '$rounds > 4' },
    { counts: '$rounds + 1', limit: '$rounds > 2' },
  ].map(({ counts, limit }): Refused => ({
    rule,
    machine: journey,
    state: 'What comes next?',
    replace: /"Condition": "\{% \$decided = 'another-interview' %\}",/,
    by: `"Condition": "{% ${another} and ${limit} %}", "Assign": { "rounds": "{% ${counts} %}" },`,
  })),
  {
    rule,
    machine: interview,
    state: 'How does it stand?',
    replace: '"Condition": "{% $status = \'over\' %}",',
    by: '"Condition": "{% $status = \'over\' %}", "Assign": { "asked": "{% $interviewers %}", "one": "{% [$asked[0]] %}" },',
  },
  ...[
    '[$interviewers[0]]',
    '[$filter($interviewers, function($v, $i) { $i < 2 })]',
    '$count($interviewers) > 2 ? [] : $interviewers',
  ].map((items): Refused => ({
    rule,
    machine: interview,
    state: 'Ask the interviewers',
    replace: asked,
    by: `"Items": "{% ${items} %}"`,
  })),
];
