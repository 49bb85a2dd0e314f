/** What colleagues are written: who waits, the clock, what follows. Never a résumé. */
import * as z from 'zod';
import { person, staffFrame } from './frames.ts';
import { atDeadline, feedbackOwed, news, owed, task, wanted } from './kinds.ts';
import { count, hours, instant, phone, prose, sentence, short } from './values.ts';

export const decisionReminder = z.strictObject({
  ...staffFrame,
  kind: owed,
  hoursLeft: hours,
  due: instant,
  atDeadline,
});

/** `owner` is the name of the colleague who was reminded `reminders` times. */
export const decisionEscalation = z.strictObject({
  ...staffFrame,
  kind: owed,
  hoursLeft: hours,
  due: instant,
  owner: short,
  reminders: count,
  atDeadline,
});

/** Asks an interviewer for feedback, or a lead to approve it. */
export const feedbackRequest = z.strictObject({
  ...staffFrame,
  kind: feedbackOwed,
  interviewedAt: instant,
  due: instant,
});

/** `nextAsked` is the name of whoever is asked when the time is over. */
export const feedbackReminder = z.strictObject({
  ...staffFrame,
  kind: feedbackOwed,
  hoursLeft: hours,
  due: instant,
  nextAsked: short,
});

/** `missing` is the name of whoever has not answered. */
export const feedbackEscalation = z.strictObject({
  ...staffFrame,
  kind: feedbackOwed,
  hoursLeft: hours,
  due: instant,
  missing: short,
});

/** The only message that carries what a stranger typed; it goes to HR alone. */
export const questionAssigned = z.strictObject({
  ...staffFrame,
  wants: wanted,
  question: prose,
  candidatePhone: phone.optional(),
  callFrom: instant.optional(),
  due: instant,
});

/** `lead` is the name of whoever takes the question over at `takeoverAt`; left out when nobody is left to. */
export const questionReminder = z.strictObject({
  ...staffFrame,
  hoursLeft: hours,
  due: instant,
  lead: short.optional(),
  takeoverAt: instant.optional(),
});

/**
 * `kind` says which answer is owed (task `answer-owed`), `told` what no mail could say (task `call-bounced`), `detail`
 * what happened, in words.
 */
export const taskRaised = z.strictObject({
  ...staffFrame,
  task,
  kind: owed.optional(),
  told: news.optional(),
  candidatePhone: phone.optional(),
  detail: sentence.optional(),
  due: instant,
});

/** The words for a telephone call: `recipientName` calls, `person` answers questions until the decision. */
export const welcomeCall = z.strictObject({
  ...staffFrame,
  firstName: short,
  fullName: short,
  person,
  candidatePhone: phone.optional(),
  meetsAllCriteria: z.boolean().optional(),
  decisionDue: instant,
});
