/** The closed lists a template can choose its words by. A template sees each member as a boolean. */
import * as z from 'zod';

/** What is owed, in messages about a decision of the company. */
export const owed = z.enum(['shortlist', 'interview-date', 'next-step', 'question', 'approval']);

/** What is owed, in messages about interview feedback: the interviewer's own, or its approval. */
export const feedbackOwed = z.enum(['feedback', 'approval']);

/** What the candidate is told when the deadline passes: a new date, or that we gave up. */
export const atDeadline = z.enum(['delay', 'release']);

/** What a candidate who asked wants: words, or a telephone call. */
export const wanted = z.enum(['answer', 'call']);

/** Who called an interview off. We are sorry only when it was us. */
export const cancelledBy = z.enum(['company', 'candidate']);

/** What follows a cancelled interview. */
export const afterCancellation = z.enum(['new-time', 'decision']);

/**
 * What a candidate must come to know, by the message that says it: when no mail can bring it, somebody calls. What
 * confirms their own doing is on their page, and nobody is called about a survey.
 */
export const news = z.enum([
  'acknowledgement',
  'invitation',
  'decline',
  'decline-after-interview',
  'decision-delayed',
  'release',
  'interview-scheduled',
  'interview-cancelled',
  'interview-feedback',
  'feedback-delayed',
  'hired',
  'answer',
]);
export type News = z.output<typeof news>;

/** What a person in HR is asked to do. */
export const task = z.enum([
  'welcome-call',
  'answer-owed',
  'call-bounced',
  'attention',
  'approve-feedback',
  'arrange-interview',
  'thanks',
]);
