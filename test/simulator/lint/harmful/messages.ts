import type { Refused } from './refused.ts';

const journey = 'candidate-journey';
const offer = 'loyalty-offer';

/** Edits of what is said to whom, each with the rule that is to find it. */
export const messages: readonly Refused[] = [
  { rule: 'unknown-message', machine: journey, state: 'Invite', replace: '"invitation"', by: '"invite"' },
  {
    rule: 'unknown-message',
    machine: journey,
    state: 'Invite',
    replace: '"invitation"',
    by: '"referral-thanks"',
  },
  {
    rule: 'message-role',
    machine: journey,
    state: 'Invite',
    replace: '"to": "candidate"',
    by: '"to": "owner"',
  },
  {
    rule: 'message-role',
    machine: journey,
    state: 'Tell who calls',
    replace: '"to": "owner"',
    by: '"to": "candidate"',
  },
  {
    rule: 'message-facts',
    machine: journey,
    state: 'Tell the lead of the task',
    replace: '"taskId": "{% $taskId %}",\n',
    by: '',
    at: '"Payload"',
  },
  {
    rule: 'marketing-consent',
    machine: journey,
    state: 'Ask how we did',
    replace: '"survey"',
    by: '"loyalty-offer"',
  },
  {
    rule: 'marketing-consent',
    machine: offer,
    state: 'Consented, and issued?',
    replace: '"Default": "No offer"',
    by: '"Default": "Send the offer"',
    at: '"message": "loyalty-offer"',
  },
  {
    rule: 'marketing-consent',
    machine: offer,
    state: 'Consented, and issued?',
    replace: '$issued = true',
    by: '$issued = false',
    at: '"message": "loyalty-offer"',
  },
  {
    rule: 'decline-decision',
    machine: journey,
    state: 'What was decided?',
    replace: "$decided = 'declined'",
    by: "$decided = 'released'",
    at: '"message": "decline"',
  },
  {
    rule: 'decline-decision',
    machine: journey,
    state: 'Screen',
    replace: '"Next": "Decide on the shortlist"',
    by: '"Next": "Decline"',
    at: '"message": "decline"',
  },
];
