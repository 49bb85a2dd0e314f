import * as z from 'zod';
import { applicationId, gateId, instant, jobId, slug, staffId } from '../ids.ts';
import { locale } from '../messages/locale.ts';
import { outcome, stage } from './stages.ts';

/** What the candidate was told: what, by when, who owns it. An open application has exactly one. */
export const currentPromise = z.strictObject({
  kind: z.enum(['acknowledgement', 'shortlist', 'interview-date', 'approval', 'next-step', 'attention']),
  due: instant,
  firstDue: instant,
  madeAt: instant,
  owner: staffId,
  gateId: z.optional(gateId),
});
export type CurrentPromise = z.output<typeof currentPromise>;

export const candidate = z.strictObject({
  name: z.string(),
  email: z.email(),
  phone: z.optional(z.string()),
});

/** Which published revisions this application keeps to, whatever is published later. */
export const pins = z.strictObject({ settings: z.int(), templates: z.int() });

export const application = z.strictObject({
  applicationId,
  jobId,
  personHash: z.string(),
  stage,
  outcome: z.optional(outcome),
  version: z.int(),
  submittedAt: instant,
  updatedAt: instant,
  locale,
  zone: z.string(),
  candidate,
  answers: z.record(slug, z.boolean()),
  interests: z.array(slug),
  resumeKey: z.optional(z.string()),
  promise: z.optional(currentPromise),
  /** Colleagues whom the job need not name: something that it waited for was handed over to them. */
  entrusted: z.optional(z.array(staffId)),
  pins: z.optional(pins),
  /** How often the journey was begun; absent for the first time. */
  run: z.optional(z.int().positive()),
  /** The journey could not go on and waits to be taken up again. */
  stalled: z.optional(z.literal(true)),
  meetsAllCriteria: z.optional(z.boolean()),
  answeredAt: z.optional(instant),
  closedAt: z.optional(instant),
  /** From when on nothing of it need be kept, known once it is closed. */
  eraseAt: z.optional(instant),
  /** Since when it is being erased: from then on nobody finds it any more. */
  erasing: z.optional(instant),
});
export type Application = z.output<typeof application>;

/** Audit entry of an application, append only; `detail` holds ids, names of things and instants, no free text. */
export const applicationEvent = z.strictObject({
  applicationId,
  at: instant,
  type: z.enum([
    'ApplicationReceived',
    'JourneyBegan',
    'JourneyStalled',
    'JourneyTakenUp',
    'ApplicationScreened',
    'PromiseMade',
    'PromiseKept',
    'PromiseBroken',
    'PromiseExtended',
    'PromiseHandedOver',
    'DecisionMade',
    'DecisionUndone',
    'StageChanged',
    'MessageSent',
    'MessageSuppressed',
    'MessageDelivered',
    'MessageBounced',
    'MessageComplained',
    'QuestionAsked',
    'InterviewScheduled',
    'InterviewRescheduled',
    'InterviewCancelled',
    'InterviewHeld',
    'FeedbackGiven',
    'FeedbackApproved',
    'TaskRaised',
    'TaskDone',
    'OfferIssued',
    'OfferRedeemed',
    'OfferRolledBack',
    'ReferralCredited',
    'PreferencesChanged',
    'SurveyAnswered',
    'ApplicationWithdrawn',
    'ApplicationClosed',
    'ApplicationErased',
  ]),
  actor: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ApplicationEvent = z.output<typeof applicationEvent>;
