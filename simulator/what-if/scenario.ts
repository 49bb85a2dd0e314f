import * as z from 'zod';
import { duration } from '../../domain/calendar/duration.ts';

/** When somebody acts: so long (ISO 8601) after what the act answers. */
const after = z.union([duration, z.literal('PT0S')]);

const decided = z.strictObject({
  act: z.literal('decide'),
  /** The wait it answers; counted from the instant that wait was opened. */
  on: z.enum(['shortlist', 'interview-date', 'next-step']),
  outcome: z.enum(['shortlisted', 'declined', 'another-interview', 'hired']),
  after,
});

const undone = z.strictObject({
  act: z.literal('undo'),
  /** Counted from the decision on it. */
  on: z.enum(['shortlist', 'next-step']),
  after,
});

const arranged = z.strictObject({
  act: z.literal('schedule'),
  /** Counted from the instant a date was asked for. */
  after,
  /** How long after that the interview begins. */
  startsIn: duration,
  /** How many interviewers there are. */
  interviewers: z.int().min(1).max(2).default(2),
});

const rearranged = z.strictObject({
  act: z.literal('reschedule'),
  /** Counted from the confirmation of the interview. */
  after,
  startsIn: duration,
});

const calledOff = z.strictObject({ act: z.literal('cancel'), after });

const gaveFeedback = z.strictObject({
  act: z.literal('feedback'),
  /** The first or the second interviewer. */
  interviewer: z.int().min(1).max(2),
  /** Counted from the request for it. */
  after,
});

const approved = z.strictObject({
  act: z.literal('approve'),
  /** Counted from the request for it. */
  after,
});

/** What the candidate, or their mailbox, does; counted from the submission. */
const candidate = z.strictObject({ act: z.enum(['withdraw', 'bounce', 'unsubscribe']), after });

const asked = z.strictObject({
  act: z.literal('ask'),
  /** An answer in writing, or a call in the first window that can be booked. */
  wants: z.enum(['answer', 'call']),
  /** Counted from the submission. */
  after,
});

const settled = z.strictObject({
  act: z.literal('settle'),
  outcome: z.enum(['answered', 'called']),
  /** Counted from the asking. */
  after,
});

const act = z.discriminatedUnion('act', [
  decided,
  undone,
  arranged,
  rearranged,
  calledOff,
  gaveFeedback,
  approved,
  asked,
  settled,
  candidate,
]);
export type Act = z.output<typeof act>;

const failure = z.strictObject({
  machine: z.string(),
  state: z.string(),
  /** The error the call fails with; `silent` is never heard of again. */
  error: z.string(),
  /** How many calls go wrong; all of them unless said. */
  times: z.optional(z.int().positive()),
});

/** A journey to play: what people do, each act once and in its order, and what goes wrong. */
export const scenario = z.strictObject({
  /** Where editors find what a scenario may hold. */
  $schema: z.optional(z.string()),
  name: z.string(),
  title: z.string(),
  consents: z.boolean().default(true),
  acts: z.array(act).default([]),
  failures: z.array(failure).default([]),
});
export type Scenario = z.output<typeof scenario>;
