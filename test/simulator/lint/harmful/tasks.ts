import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const offer = 'loyalty-offer';
const catchers = /"Catch": \[[\s\S]*?\n      \],\n/;

/** Edits of how tasks wait and fail, each with the rule that is to find it. */
export const tasks: readonly Refused[] = [
  {
    rule: 'task-token',
    machine: offer,
    state: 'Pause',
    replace: ',\n          "taskToken": "{% $states.context.Task.Token %}"',
    by: '',
    at: '"Arguments"',
  },
  {
    rule: 'task-token',
    machine: offer,
    state: 'Pause',
    replace: '{% $states.context.Task.Token %}',
    by: '{% $gate.gateId %}',
  },
  {
    rule: 'token-timeout',
    machine: promise,
    state: 'Wait for a person',
    replace: /"TimeoutSeconds": .*\n/,
    by: '',
    at: '"Wait for a person": {',
  },
  {
    rule: 'token-timeout',
    machine: promise,
    state: 'Wait for a person',
    replace: '$max([1, ',
    by: '$max([600, ',
  },
  {
    rule: 'token-timeout',
    machine: offer,
    state: 'Pause',
    replace: /"TimeoutSeconds": "\{% (.*) %\}"/,
    by: '"TimeoutSeconds": "{% $until > $states.context.State.EnteredTime ? 7200 : 1 %}"',
  },
  {
    rule: 'task-timeout',
    machine: journey,
    state: 'Screen',
    replace: '"TimeoutSeconds": 60,',
    by: '',
    at: '"Screen": {',
  },
  {
    rule: 'heartbeat',
    machine: journey,
    state: 'Screen',
    replace: '"TimeoutSeconds": 60,',
    by: '"TimeoutSeconds": 60,\n      "HeartbeatSeconds": 60,',
    at: '"Screen": {',
  },
  {
    rule: 'heartbeat',
    machine: journey,
    state: 'Screen',
    replace: '"TimeoutSeconds": 60,',
    by: '"TimeoutSeconds": 60,\n      "HeartbeatSeconds": "{% 90 %}",',
    at: '"HeartbeatSeconds"',
  },
  {
    rule: 'machine-timeout',
    machine: journey,
    replace: '"TimeoutSeconds": 31536000,',
    by: '"TimeoutSeconds": 99999999,',
  },
  {
    rule: 'child-timeout',
    machine: journey,
    replace: '"TimeoutSeconds": 31536000,',
    by: '"TimeoutSeconds": 2592000,',
  },
  ...['5', '1', '"{% $count($interviewers) - 1 %}"'].map((few): Refused => ({
    rule: 'asked-in-turn',
    machine: 'interview-feedback',
    state: 'Ask the interviewers',
    replace: '"MaxConcurrency": 8',
    by: `"MaxConcurrency": ${few}`,
  })),
  {
    rule: 'deaf-wait',
    machine: offer,
    state: 'No offer',
    replace: '"Type": "Pass",',
    by: '"Type": "Wait", "Seconds": 86400,',
    at: '"No offer": {',
  },
  {
    rule: 'catch-all',
    machine: journey,
    state: 'Acknowledge',
    replace: catchers,
    by: '',
    at: '"Acknowledge": {',
  },
  {
    rule: 'catch-all',
    machine: promise,
    state: 'Climb the ladder',
    replace: '"States.ALL"',
    by: '"Contended"',
    at: '"Climb the ladder": {',
  },
  {
    rule: 'catch-all-last',
    machine: offer,
    state: 'Pause',
    replace: /"Catch": \[\n *\{\n *"ErrorEquals": \[\n *"States.Timeout"/,
    by: '"Catch": [\n        {\n          "ErrorEquals": [\n            "States.ALL"',
    at: '"ErrorEquals": [\n            "States.ALL"\n          ],\n          "Next": "Issue the offer"',
  },
];
