import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const feedback = 'interview-feedback';
const offer = 'loyalty-offer';

/** Edits of what becomes of answers, each with the rule that is to find it. */
export const answers: readonly Refused[] = [
  {
    rule: 'missing-branch',
    machine: 'candidate-journey',
    state: 'What was decided?',
    replace: "$decided = 'released'",
    by: "$decided in ['withdrawn']",
    at: '"Choices"',
  },
  {
    rule: 'lost-answer',
    machine: journey,
    state: 'Close',
    replace: '$states.result.Payload.withdrawn',
    by: '$states.result.Payload.closed',
    at: '"Close": {',
  },
  {
    rule: 'lost-answer',
    machine: journey,
    state: 'Decide on the next step',
    replace: '"decided": "{% $states.result.Output.outcome %}",',
    by: '',
    at: '"Decide on the next step": {',
  },
  {
    rule: 'lost-answer',
    machine: promise,
    state: 'Leave time to undo',
    replace: '"gate": "{% $states.result %}"',
    by: '"answer": "{% $states.result %}"',
    at: '"Leave time to undo": {',
  },
  {
    rule: 'missing-branch',
    machine: journey,
    state: 'What was decided?',
    replace: /\{\n *"Condition": "\{% \$decided = 'released' %\}",\n *"Next": ".*"\n *\},\n/,
    by: '',
    at: '"Choices"',
  },
  {
    rule: 'token-timeout',
    machine: offer,
    state: 'Pause',
    replace: '"States.Timeout"',
    by: '"Contended"',
    at: '"Catch"',
  },
  {
    rule: 'map-items',
    machine: feedback,
    state: 'Ask the interviewers',
    replace: '"Items": "{% $interviewers %}",',
    by: '',
    at: '"Ask the interviewers": {',
  },
  {
    rule: 'step-arguments',
    machine: offer,
    state: 'Publish that it needs attention',
    replace: '"DetailType": "ApplicationNeedsAttention",',
    by: '',
    at: '{\n            "EventBusName"',
  },
];
