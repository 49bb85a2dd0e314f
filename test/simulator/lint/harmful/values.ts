import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const promise = 'keep-promise';
const offer = 'loyalty-offer';

/** Edits of what is computed, each with the rule that is to find it. */
export const values: readonly Refused[] = [
  {
    rule: 'expression',
    machine: promise,
    state: 'Remind',
    replace: '{% $next + 1 %}',
    by: '{% $next + %}',
  },
  { rule: 'expression', machine: promise, state: 'Remind', replace: '{% $next + 1 %}', by: '{% next + 1 %}' },
  {
    rule: 'unassigned-variable',
    machine: promise,
    state: 'Where does it stand?',
    replace: "$gate.status = 'closed'",
    by: "$gaet.status = 'closed'",
  },
  {
    rule: 'unassigned-variable',
    machine: promise,
    replace: '        "subject": "{% $states.input.subject %}",\n',
    by: '',
    state: 'Remember what is promised',
    at: '"subject": "{% $subject %}"',
  },
  {
    rule: 'unassigned-variable',
    machine: journey,
    state: 'Invite',
    replace: /"Assign": \{\n *"invitedAt": .*\n *\},\n/,
    by: '',
    at: '"from": "{% $invitedAt %}"',
  },
  {
    rule: 'unassigned-variable',
    machine: journey,
    state: 'Did the candidate withdraw?',
    replace: '$withdrawn = true',
    by: "$taskId != '' and $withdrawn = true",
  },
  {
    rule: 'unknown-function',
    machine: promise,
    state: 'Remind',
    replace: '$string($next)',
    by: '$toString($next)',
  },
  {
    rule: 'states-field',
    machine: journey,
    state: 'Screen',
    replace: '"{% $applicationId %}"',
    by: '"{% $states.result.applicationId %}"',
  },
  {
    rule: 'states-field',
    machine: journey,
    state: 'Screen',
    replace: '{% $states.errorOutput.Error %}',
    by: '{% $states.errorOutput.Name %}',
  },
  {
    rule: 'states-field',
    machine: journey,
    state: 'Invite',
    replace: '"invitedAt": "{% $states.context.State.EnteredTime %}"',
    by: '"invitedAt": "{% $states.context.State.Entered %}"',
  },
  {
    rule: 'unknown-field',
    machine: journey,
    state: 'Begin the journey',
    replace: '$states.result.Payload.submittedAt',
    by: '$states.result.Payload.submittedOn',
  },
  {
    rule: 'unknown-field',
    machine: promise,
    state: 'Where does it stand?',
    replace: "$gate.status = 'closed'",
    by: "$gate.state = 'closed'",
  },
  {
    rule: 'unknown-field',
    machine: journey,
    state: 'Thank with an offer',
    replace: '$states.result.Output.outcome',
    by: '$states.result.Output.issued',
  },
  {
    rule: 'unknown-field',
    machine: promise,
    state: 'Remind one person',
    replace: '$states.input.to',
    by: '$states.input.whom',
  },
  {
    rule: 'never-true',
    machine: journey,
    state: 'What was decided?',
    replace: "$decided = 'shortlisted'",
    by: "$decided = 'short-listed'",
  },
  {
    rule: 'clock-read',
    machine: offer,
    state: 'Still welcome?',
    replace: '$states.context.State.EnteredTime',
    by: '$now()',
  },
];
