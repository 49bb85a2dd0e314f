import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const interview = 'interview-feedback';
const promise = 'keep-promise';
const question = 'callback-request';
const rule = 'next-run';

/** Edits that do no harm before a journey is taken up again, each with the rule that is to find it. */
export const nextRun: readonly Refused[] = [
  {
    rule,
    machine: journey,
    state: 'Remember the application',
    replace: '$states.context.Execution.Name',
    by: '$states.input.applicationId',
  },
  {
    rule,
    machine: question,
    state: 'Remember the question',
    replace: '$states.context.Execution.Name',
    by: "$states.input.applicationId & '-' & $states.input.questionId",
  },
  {
    rule,
    machine: interview,
    state: 'Remember the interview',
    replace: '$states.input.run',
    by: '$states.context.Execution.Name',
  },
  {
    rule,
    machine: journey,
    state: 'Arrange the interview',
    replace: '"run": "{% $run %}"',
    by: '"run": "{% $applicationId %}"',
  },
  {
    rule: 'child-name',
    machine: journey,
    state: 'Decide on the shortlist',
    replace: "$run & '-shortlist-1'",
    by: "($run = $applicationId ? $applicationId : $applicationId & '-2') & '-shortlist-1'",
  },
  { rule, machine: journey, state: 'Acknowledge', replace: '"1"', by: '"{% $run %}"' },
  {
    rule,
    machine: journey,
    state: 'Decline',
    replace: '"occurrence": "1"',
    by: '"occurrence": "{% $string($states.context.Execution.StartTime) %}"',
  },
  {
    rule,
    machine: journey,
    state: 'Decide on the shortlist',
    replace: '"subject": "1"',
    by: '"subject": "{% $run %}"',
  },
  {
    rule,
    machine: journey,
    state: 'Ask for a welcome call',
    replace: '"subject": "1"',
    by: '"subject": "{% $run %}"',
  },
  {
    rule,
    machine: promise,
    state: 'Release the candidate',
    replace: "$gate.gateId & '.' & $string($next)",
    by: "$gate.gateId & '.' & $run",
    at: '"occurrence": "{% $states.input.occurrence %}"',
  },
  {
    rule,
    machine: promise,
    state: 'Tell the candidate of the delay',
    replace: "$gate.gateId & '.' & $string($next)",
    by: "$gate.gateId & '.' & $states.context.State.EnteredTime",
    at: '"occurrence": "{% $states.input.occurrence %}"',
  },
  ...[journey, promise, interview, question].map((machine): Refused => ({
    rule,
    machine,
    state: 'Raise a task for a person',
    replace: '"{% $run %}"',
    by: '"{% $applicationId %}"',
  })),
  ...['Tell the lead of the task', 'Tell the candidate who answers'].map((state): Refused => ({
    rule,
    machine: journey,
    state,
    replace: '"{% \'attention.\' & $run %}"',
    by: '"attention.1"',
  })),
];
