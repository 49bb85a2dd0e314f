import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const feedback = 'interview-feedback';
const retry = /"Retry": \[[\s\S]*?\n      \],\n/;

/** Edits of what is tried again, each with the rule that is to find it. */
export const retries: readonly Refused[] = [
  {
    rule: 'retry-missing',
    machine: feedback,
    state: 'Look up the interview',
    replace: retry,
    by: '',
    at: '"Look up the interview": {',
  },
  {
    rule: 'retry-unbounded',
    machine: feedback,
    state: 'Look up the interview',
    replace: '"MaxAttempts": 6',
    by: '"MaxAttempts": 999999',
  },
  {
    rule: 'retry-unbounded',
    machine: feedback,
    state: 'Look up the interview',
    replace: '          "MaxAttempts": 6,\n',
    by: '',
    at: '{\n          "Comment": "Pauses',
  },
  {
    rule: 'retry-jitter',
    machine: feedback,
    state: 'Look up the interview',
    replace: '"JitterStrategy": "FULL"',
    by: '"JitterStrategy": "NONE"',
  },
  {
    rule: 'retry-total',
    machine: feedback,
    state: 'Look up the interview',
    replace: '"MaxDelaySeconds": 30',
    by: '"MaxDelaySeconds": 3600,\n          "IntervalSeconds": 600',
    at: '"Retry": [',
  },
  {
    rule: 'retry-final',
    machine: journey,
    state: 'Acknowledge',
    replace: '"Contended",\n',
    by: '"NotAllowed",\n',
    at: '"ErrorEquals": [',
  },
  {
    rule: 'retry-final',
    machine: promise,
    state: 'Wait for a person',
    replace: '"Sandbox.Timedout"',
    by: '"States.Timeout"',
    at: '"ErrorEquals": [',
  },
  {
    rule: 'retry-unconfirmed',
    machine: journey,
    state: 'Acknowledge',
    replace: '"Contended",\n',
    by: '"MailUnconfirmed",\n',
    at: '"ErrorEquals": [',
  },
  {
    rule: 'retry-unconfirmed',
    machine: journey,
    state: 'Acknowledge',
    replace: '"IntervalSeconds": 40',
    by: '"IntervalSeconds": 20',
    at: '"ErrorEquals": [\n            "MailUnconfirmed"',
  },
  {
    rule: 'retry-comment',
    machine: feedback,
    state: 'Look up the interview',
    replace: '"MaxAttempts": 6',
    by: '"MaxAttempts": 5',
    at: '"Comment": "Pauses',
  },
];
