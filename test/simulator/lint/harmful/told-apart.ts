import type { Refused } from './refused.ts';

const question = 'callback-request';
const interview = 'interview-feedback';

/** Edits after which the second of its kind is taken for the first, each with the rule that is to find it. */
export const toldApart: readonly Refused[] = [
  ...["$gate.status & '.opens'", "($gate.gateId; 'opens')", "$subject = '1' ? 'opens' : 'opens'"].map(
    (made): Refused => ({
      rule: 'message-occurrence',
      machine: 'keep-promise',
      state: 'Tell who owes it',
      replace: "$gate.gateId & '.opens'",
      by: made,
      at: '"occurrence": "{% $states.input.occurrence %}"',
    }),
  ),
  {
    rule: 'message-occurrence',
    machine: question,
    state: 'Send the answer',
    replace: '"{% $questionId %}"',
    by: '"1"',
  },
  {
    rule: 'message-occurrence',
    machine: question,
    state: 'Confirm the question',
    replace: '"{% $questionId %}"',
    by: '"{% $applicationId %}"',
  },
  {
    rule: 'child-name',
    machine: question,
    state: 'Keep the promise',
    replace: "$run & '-promise'",
    by: "$applicationId & '-promise'",
  },
  {
    rule: 'message-occurrence',
    machine: interview,
    state: 'Deliver the feedback',
    replace: '"{% $interviewId %}"',
    by: '"feedback"',
    at: '"occurrence": "feedback"',
  },
  {
    rule: 'child-name',
    machine: interview,
    state: 'Ask one interviewer',
    replace: "$run & '-' & $interviewId",
    by: "$run & '-feedback'",
  },
  {
    rule: 'message-occurrence',
    machine: 'candidate-journey',
    state: 'Invite',
    replace: '"{% $string($round) %}"',
    by: '"1"',
    at: '"occurrence": "1",',
  },
  {
    rule: 'child-name',
    machine: 'candidate-journey',
    state: 'Hold the interview and give feedback',
    replace: ' & $string($round)',
    by: '',
  },
  {
    rule: 'message-occurrence',
    machine: 'keep-promise',
    state: 'Tell who owes it',
    replace: "$gate.gateId & '.opens'",
    by: "'opens'",
    at: '"occurrence": "{% $states.input.occurrence %}"',
  },
];
