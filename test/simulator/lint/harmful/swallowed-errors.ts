import type { Refused } from './refused.ts';

const catching = (errors: string, next: string): string =>
  `"Catch": [\n        { "ErrorEquals": [${errors}], "Next": "${next}" },`;
const at = (next: string): string => `], "Next": "${next}" }`;

/** Edits after which an error passes for success, each with the rule that is to find it. */
export const swallowedErrors: readonly Refused[] = [
  ...['candidate-journey', 'keep-promise', 'loyalty-offer'].map((machine): Refused => ({
    rule: 'unheard-failure',
    machine,
    state: 'Raise a task for a person',
    replace: /"Next": "Tell the lead of the task"/,
    by: '"Next": "Publish that it needs attention"',
    at: '"Needs attention": {',
  })),
  {
    rule: 'unheard-failure',
    machine: 'interview-feedback',
    state: 'Tell the lead of the task',
    replace: '"Next": "Publish that it needs attention"\n    }',
    by: '"Next": "Needs attention"\n    }',
    at: '"Needs attention": {',
  },
  {
    rule: 'swallowed-error',
    machine: 'candidate-journey',
    state: 'Acknowledge',
    replace: '"Catch": [',
    by: catching('"MailRefused"', 'Screen'),
    at: at('Screen'),
  },
  {
    rule: 'swallowed-error',
    machine: 'candidate-journey',
    state: 'Decline after the interview',
    replace: '"Catch": [',
    by: catching('"States.Timeout"', 'Thank with an offer'),
    at: at('Thank with an offer'),
  },
  {
    rule: 'swallowed-error',
    machine: 'callback-request',
    state: 'Send the answer',
    replace: '"Catch": [',
    by: catching('"MailRefused", "MailThrottled"', 'Candidate called'),
    at: at('Candidate called'),
  },
  {
    rule: 'swallowed-error',
    machine: 'keep-promise',
    state: 'Wait for a person',
    replace: '"Catch": [',
    by: catching('"States.Timeout", "Contended"', 'Climb the ladder'),
    at: at('Climb the ladder'),
  },
  {
    rule: 'swallowed-error',
    machine: 'keep-promise',
    state: 'Release the candidate',
    replace: '"Catch": [',
    by: catching('"NotFound"', 'Promise over'),
    at: at('Promise over'),
  },
];
