import * as z from 'zod';
import { gateView, gateKind } from '../application/gate.ts';
import { applicationId, gateId, gateSubject, instant, interviewId, questionId, taskId } from '../ids.ts';
import { rung } from '../promises/rung.ts';

/**
 * The steps a workflow can be built from: what each takes and gives. One list: the handlers parse with it,
 * the machines are granted from it, and the lint checks every `Arguments` against it.
 * `at` is always `$states.context.State.EnteredTime`: a step never reads a clock.
 */
const base = { applicationId, at: instant };

export const stepContracts = {
  /** Pins settings, templates and the instants of the journey to the application. */
  'begin-journey': {
    input: z.strictObject(base),
    output: z.strictObject({ welcomeCall: z.boolean(), submittedAt: instant }),
  },
  /** Sends one message once. `occurrence` tells apart two sendings of the same message. */
  'send-message': {
    input: z.strictObject({
      ...base,
      message: z.string(),
      to: z.enum(['candidate', 'owner', 'backup', 'lead', 'interviewer']),
      occurrence: z.string().max(120),
      gateId: z.optional(gateId),
      interviewId: z.optional(interviewId),
      taskId: z.optional(taskId),
    }),
    output: z.strictObject({ status: z.enum(['sent', 'already-sent', 'suppressed', 'skipped']) }),
  },
  /** Compares the answers with the published criteria and says which are met. Decides nothing. */
  'screen-application': {
    input: z.strictObject(base),
    output: z.strictObject({ meetsAllCriteria: z.boolean() }),
  },
  /** Makes a promise: opens its gate and computes every instant of its ladder. */
  'make-promise': {
    input: z.strictObject({ ...base, kind: gateKind, subject: gateSubject, from: instant }),
    output: z.strictObject({
      gate: gateView,
      rungs: z.array(rung),
      opens: z.array(z.strictObject({ to: z.string(), message: z.string() })),
    }),
  },
  /** Called with a task token: stores it, or answers at once when the gate has changed since `seenVersion`. */
  'open-gate': {
    input: z.strictObject({ ...base, gateId, seenVersion: z.int(), taskToken: z.string().min(1).max(2048) }),
    output: z.strictObject({ stored: z.boolean() }),
  },
  /** Takes the next rung of a ladder if the gate is still pending: the timer's side of the one truth. */
  'climb-ladder': {
    input: z.strictObject({ ...base, gateId, rung }),
    output: z.strictObject({ gate: gateView, taken: z.boolean() }),
  },
  /** Makes a held decision final once its window is over, and moves the application's stage with it. */
  'record-outcome': {
    input: z.strictObject({ ...base, gateId }),
    output: z.strictObject({ gate: gateView }),
  },
  /** Opens a plain wait that a withdrawal can end: before the offer, before the survey. */
  'start-pause': {
    input: z.strictObject({ ...base, pause: z.enum(['offer-pause', 'survey-pause']), from: instant }),
    output: z.strictObject({ gate: gateView, until: instant }),
  },
  /** Reads an interview as it stands now; a reschedule or a cancellation has changed its gate. */
  'look-up-interview': {
    input: z.strictObject({ ...base, interviewId }),
    output: z.strictObject({
      gate: gateView,
      status: z.enum(['scheduled', 'cancelled', 'over']),
      endsAt: instant,
      sequence: z.int().nonnegative(),
      interviewers: z.array(z.string()),
    }),
  },
  /** Takes a question up: it leaves the queue of those nobody has begun with. `found` is false once it was erased. */
  'take-up-question': {
    input: z.strictObject({ ...base, questionId }),
    output: z.strictObject({ found: z.boolean(), askedAt: instant, due: instant }),
  },
  /** Reserves the one live code a person may have, if they consented to offers. */
  'issue-offer': {
    input: z.strictObject(base),
    output: z.strictObject({
      issued: z.boolean(),
      reason: z.enum(['issued', 'no-consent', 'suppressed', 'has-live-code', 'no-campaign', 'withdrawn']),
    }),
  },
  /** Opens a task for HR. The same key never makes a second one. */
  'raise-task': {
    input: z.strictObject({
      ...base,
      task: z.enum([
        'welcome-call',
        'answer-owed',
        'call-bounced',
        'attention',
        'approve-feedback',
        'arrange-interview',
      ]),
      subject: gateSubject,
    }),
    /** `news`: it is about a question, and due later than whoever asked was told. */
    output: z.strictObject({ taskId, due: instant, news: z.boolean() }),
  },
  /** Ends an application whose outcome the candidate knows; after it nobody can withdraw any more. */
  'close-application': {
    input: z.strictObject(base),
    output: z.strictObject({ closed: z.boolean(), withdrawn: z.boolean() }),
  },
} as const;

export type StepName = keyof typeof stepContracts;
export type StepInput<N extends StepName> = z.output<(typeof stepContracts)[N]['input']>;
export type StepOutput<N extends StepName> = z.output<(typeof stepContracts)[N]['output']>;
