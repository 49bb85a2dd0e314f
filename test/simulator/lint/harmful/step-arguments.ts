import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const offer = 'loyalty-offer';

/** Edits of what steps and children are given, each with the rule that is to find it. */
export const stepArguments: readonly Refused[] = [
  {
    rule: 'step-arguments',
    machine: journey,
    state: 'Ask for a welcome call',
    replace: '"subject": "1",\n',
    by: '',
    at: '"Payload"',
  },
  {
    rule: 'step-arguments',
    machine: journey,
    state: 'Ask for a welcome call',
    replace: '"subject": "1"',
    by: '"topic": "1"',
  },
  {
    rule: 'step-arguments',
    machine: journey,
    state: 'Ask for a welcome call',
    replace: '"task": "welcome-call"',
    by: '"task": "call-back"',
  },
  {
    rule: 'step-arguments',
    machine: offer,
    state: 'Start the pause',
    replace: '"pause": "offer-pause"',
    by: `"pause": "{% $failure = 'none' ? 'offer-pause' : 'long-pause' %}"`,
  },
  {
    rule: 'step-time',
    machine: journey,
    state: 'Acknowledge',
    replace: '"at": "{% $states.context.State.EnteredTime %}"',
    by: '"at": "{% $states.context.Execution.StartTime %}"',
  },
  {
    rule: 'placeholder',
    machine: journey,
    state: 'Screen',
    replace: '${ScreenApplicationArn}',
    by: '${ScreenArn}',
  },
  {
    rule: 'placeholder',
    machine: journey,
    state: 'Decide on the shortlist',
    replace: '${KeepPromiseArn}',
    by: '${MakePromiseArn}',
  },
  {
    rule: 'child-input',
    machine: journey,
    state: 'Decide on the shortlist',
    replace: '"from": "{% $submittedAt %}",\n',
    by: '',
    at: '"Input": {',
  },
  {
    rule: 'child-name',
    machine: journey,
    state: 'Thank with an offer',
    replace: /"Name": .*\n/,
    by: '"Name": "offer",\n',
  },
];
