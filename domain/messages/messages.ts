/** The closed union of messages: nothing else is ever sent. */
import type * as z from 'zod';
import * as candidate from './candidate-messages.ts';
import * as marketing from './marketing-messages.ts';
import * as staff from './staff-messages.ts';

export type Category = 'transactional' | 'marketing' | 'internal' | 'script';
export type Audience = 'candidate' | 'staff';

const transactional = <Variables extends z.ZodObject>(variables: Variables) =>
  ({ category: 'transactional', audience: 'candidate', variables }) as const;
/** Ends what the candidate began: nothing is left to do, so there is no button. */
const conclusive = <Variables extends z.ZodObject>(variables: Variables) =>
  ({ ...transactional(variables), action: false }) as const;
const commercial = <Variables extends z.ZodObject>(variables: Variables) =>
  ({ category: 'marketing', audience: 'candidate', variables }) as const;
const internal = <Variables extends z.ZodObject>(variables: Variables) =>
  ({ category: 'internal', audience: 'staff', variables }) as const;
const script = <Variables extends z.ZodObject>(variables: Variables) =>
  ({ category: 'script', audience: 'staff', variables }) as const;

/** Every message: its category, who reads it, the schema of its variables, and whether it has a button. */
export const messages = {
  acknowledgement: transactional(candidate.acknowledgement),
  invitation: transactional(candidate.invitation),
  decline: transactional(candidate.decline),
  'decline-after-interview': transactional(candidate.declineAfterInterview),
  'decision-delayed': transactional(candidate.decisionDelayed),
  release: transactional(candidate.release),
  'interview-scheduled': transactional(candidate.interviewScheduled),
  'interview-cancelled': transactional(candidate.interviewCancelled),
  'interview-feedback': transactional(candidate.interviewFeedback),
  'feedback-delayed': transactional(candidate.feedbackDelayed),
  hired: transactional(candidate.hired),
  'question-received': transactional(candidate.questionReceived),
  answer: transactional(candidate.answer),
  'withdrawal-confirmed': conclusive(candidate.withdrawalConfirmed),
  'erasure-confirmed': conclusive(candidate.erasureConfirmed),
  'fresh-link': transactional(candidate.freshLink),
  survey: transactional(candidate.survey),
  'loyalty-offer': commercial(marketing.loyaltyOffer),
  'referral-thanks': commercial(marketing.referralThanks),
  'decision-reminder': internal(staff.decisionReminder),
  'decision-escalation': internal(staff.decisionEscalation),
  'feedback-request': internal(staff.feedbackRequest),
  'feedback-reminder': internal(staff.feedbackReminder),
  'feedback-escalation': internal(staff.feedbackEscalation),
  'question-assigned': internal(staff.questionAssigned),
  'question-reminder': internal(staff.questionReminder),
  'task-raised': internal(staff.taskRaised),
  'welcome-call': script(staff.welcomeCall),
} as const;

export type MessageName = keyof typeof messages;

/** The variables of one message, as its schema gives them. */
export type VariablesOf<Name extends MessageName> = z.infer<(typeof messages)[Name]['variables']>;

/** A message to render: a name and the variables that belong to it. */
export type Message = { [Name in MessageName]: { name: Name; variables: VariablesOf<Name> } }[MessageName];

export const messageNames = Object.keys(messages).filter(isMessageName);

/** Whether a text names one of the messages. */
export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(messages, name);
}

/** The schema of a message's variables. */
export function variablesOf<Name extends MessageName>(name: Name): (typeof messages)[Name]['variables'] {
  return messages[name].variables;
}

export function categoryOf(name: MessageName): Category {
  return messages[name].category;
}

export function audienceOf(name: MessageName): Audience {
  return messages[name].audience;
}

/** Whether a message asks its reader for something, and so has a button. */
export function hasAction(name: MessageName): boolean {
  return !('action' in messages[name]);
}

/**
 * A message from a name and whatever was gathered for it.
 * @throws ZodError when the variables do not fit the message
 */
export function parseMessage(name: MessageName, variables: unknown): Message {
  // The schema is the one of this name, which the type of a lookup by a union of names cannot say.
  return { name, variables: variablesOf(name).parse(variables) } as Message;
}
