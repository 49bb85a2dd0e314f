import type { Edit } from './edit.ts';

/** Edits that hurt nobody, each by what it does. */
export const harmless: readonly (Edit & { readonly what: string })[] = [
  {
    what: 'another comment',
    machine: 'candidate-journey',
    state: 'Acknowledge',
    replace: /"Comment": ".*"/,
    by: '"Comment": "The first word to the candidate."',
  },
  {
    what: 'another time-out',
    machine: 'candidate-journey',
    state: 'Screen',
    replace: '"TimeoutSeconds": 60',
    by: '"TimeoutSeconds": 30',
  },
  {
    what: 'fewer retries',
    machine: 'candidate-journey',
    state: 'Screen',
    replace: '"MaxAttempts": 6',
    by: '"MaxAttempts": 4',
  },
  {
    what: 'more reminders at a time',
    machine: 'keep-promise',
    state: 'Remind',
    replace: '"MaxConcurrency": 5',
    by: '"MaxConcurrency": 10',
  },
  {
    what: 'any number of interviewers at a time',
    machine: 'interview-feedback',
    state: 'Ask the interviewers',
    replace: /"MaxConcurrency": 8,\s*/,
    by: '',
  },
  {
    what: 'a short pause before the survey',
    machine: 'candidate-journey',
    state: 'Start the pause before the survey',
    replace: '"Next": "Still here for the survey?"\n    },',
    by: '"Next": "Breathe"\n    },\n    "Breathe": { "Type": "Wait", "Seconds": 60, "Next": "Still here for the survey?" },',
  },
  {
    what: 'consent asked the other way round',
    machine: 'loyalty-offer',
    state: 'Consented, and issued?',
    replace:
      /"Condition": "\{% \$issued = true %\}",\s*"Next": "Send the offer"[\s\S]*?"Default": "No offer"/,
    by: `"Condition": "{% $not($issued) or $reason = 'withdrawn' %}",
          "Next": "Not now"
        }
      ],
      "Default": "Send the offer"
    },
    "Not now": {
      "Type": "Choice",
      "Choices": [
        { "Condition": "{% $reason = 'withdrawn' %}", "Next": "Offer withdrawn" }
      ],
      "Default": "No offer"`,
  },
  {
    what: 'a consent that needs more',
    machine: 'loyalty-offer',
    state: 'Consented, and issued?',
    replace: '$issued = true',
    by: "$issued and $reason = 'issued'",
  },
  {
    what: 'the welcome call told to the backup',
    machine: 'candidate-journey',
    state: 'Tell who calls',
    replace: '"to": "owner"',
    by: '"to": "backup"',
  },
  {
    what: 'a wait that is over looks where things stand',
    machine: 'keep-promise',
    state: 'Wait for a person',
    replace: '"Next": "Climb the ladder"',
    by: '"Next": "Where does it stand?"',
  },
  {
    what: 'another spelling of an expression',
    machine: 'keep-promise',
    state: 'Remind',
    replace: '{% $next + 1 %}',
    by: '{% ($step := 1; $next + $step) %}',
  },
  {
    what: 'a state with another name',
    machine: 'interview-feedback',
    replace: /Deliver the feedback/g,
    by: 'Pass on what was said / approved',
  },
  {
    what: 'an error with a task of its own',
    machine: 'candidate-journey',
    state: 'Thank with an offer',
    replace: '"Catch": [',
    by: '"Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Raise a task for a person", "Assign": { "failure": "{% $states.errorOutput.Error %}", "failedIn": "{% $states.context.State.Name %}" } },',
  },
  {
    what: 'an occurrence that another variable holds',
    machine: 'callback-request',
    state: 'Send the answer',
    replace: '"{% $questionId %}"',
    by: '"{% $gateId & \'.answer\' %}"',
  },
  {
    what: 'a second round told from the first',
    machine: 'candidate-journey',
    state: 'Hold the interview and give feedback',
    replace: '{% $round + 1 %}',
    by: '{% $round > 1 or $round = 1 or 2 > $round ? $round + 1 : 2 %}',
  },
  {
    what: 'nobody to be asked',
    machine: 'interview-feedback',
    state: 'Ask the interviewers',
    replace: '{% $interviewers %}',
    by: '{% $count($interviewers) = 0 ? [] : $distinct($interviewers) %}',
  },
  {
    what: 'instants compared with one another',
    machine: 'candidate-journey',
    state: 'What comes next?',
    replace: "$decided = 'another-interview'",
    by: "$decided = 'another-interview' and ($answeredAt > $submittedAt or $toMillis($answeredAt) - $toMillis($submittedAt) >= 0)",
  },
  {
    what: 'an outcome that is one of a list',
    machine: 'candidate-journey',
    state: 'What was decided?',
    replace: "$decided = 'released'",
    by: "$decided in ['released']",
  },
  {
    what: 'the survey left out',
    machine: 'candidate-journey',
    state: 'Raise a task for the thanks',
    replace: /"Next": "Start the pause before the survey"\n {4}\},[\s\S]*?\n {4}"Close": \{/,
    by: `"Next": "Close"
    },
    "Still here after the offer?": {
      "Type": "Choice",
      "Choices": [{ "Condition": "{% $offer = 'withdrawn' %}", "Next": "Close" }],
      "Default": "Close"
    },
    "Close": {`,
  },
  {
    what: 'the welcome call left out',
    machine: 'candidate-journey',
    state: 'Acknowledge',
    replace: /"Next": "Is a welcome call wanted\?"\n {4}\},[\s\S]*?\n {4}"Screen": \{/,
    by: '"Next": "Screen"\n    },\n    "Screen": {',
  },
  {
    what: 'an id more in the event',
    machine: 'interview-feedback',
    state: 'Publish that it needs attention',
    replace: '"machine": "interview-feedback",',
    by: '"machine": "interview-feedback",\n              "interviewId": "{% $interviewId %}",',
  },
];
