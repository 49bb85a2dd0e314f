import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const offer = 'loyalty-offer';

/** Edits of where states lead, each with the rule that is to find it. */
export const graph: readonly Refused[] = [
  {
    rule: 'transition-target',
    machine: offer,
    state: 'Still welcome?',
    replace: '"Default": "Pause"',
    by: '"Default": "Paus"',
  },
  {
    rule: 'transition-target',
    machine: offer,
    replace: '"StartAt": "Remember the answer"',
    by: '"StartAt": "Begin"',
  },
  {
    rule: 'unreachable-state',
    machine: journey,
    state: 'Acknowledge',
    replace: '"Next": "Is a welcome call wanted?"',
    by: '"Next": "Screen"',
    at: '"Is a welcome call wanted?": {',
  },
  {
    rule: 'endless',
    machine: offer,
    state: 'No offer',
    replace: '"End": true',
    by: '"Next": "Offer withdrawn" },\n    "Round and round": {\n      "Type": "Pass",\n      "Next": "Round and round"',
    at: '"Round and round": {',
  },
  {
    rule: 'endless',
    machine: offer,
    state: 'Still welcome?',
    replace: '"Default": "Pause"',
    by: '"Default": "Still welcome?"',
    at: '"Still welcome?": {',
  },
  {
    rule: 'endless-failure',
    machine: promise,
    state: 'Wait for a person',
    replace: /"Next": "Raise a task for a person"/,
    by: '"Next": "Where does it stand?"',
    at: '"Catch": [',
  },
  {
    rule: 'choice-default',
    machine: journey,
    state: 'What was decided?',
    replace: /,\n *"Default": "Raise a task for a person"/,
    by: '',
    at: '"What was decided?": {',
  },
];
