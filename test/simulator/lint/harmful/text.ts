import type { Refused } from './refused.ts';

const offer = 'loyalty-offer';

/** Edits that is no definition, each with the rule that is to find it. */
export const text: readonly Refused[] = [
  {
    rule: 'json',
    machine: offer,
    state: 'Pause',
    replace: '"Type": "Task",',
    by: '"Type": "Task"',
    at: '"Resource"',
  },
  {
    rule: 'duplicate-name',
    machine: offer,
    state: 'No offer',
    replace: '"End": true',
    by: '"End": true,\n      "Type": "Pass"',
    at: '"Type": "Pass"\n    }',
  },
  {
    rule: 'definition',
    machine: offer,
    state: 'No offer',
    replace: '"Output"',
    by: '"Result"',
    at: '"No offer": {',
  },
  {
    rule: 'definition',
    machine: offer,
    state: 'No offer',
    replace: '"End": true',
    by: '"End": true,\n      "Ending": true',
    at: '"Ending"',
  },
];
