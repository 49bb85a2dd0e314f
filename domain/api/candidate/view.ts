import * as z from 'zod';
import { currentPromise } from '../../application/application.ts';
import { outcome, stage } from '../../application/stages.ts';
import { approvedFeedback } from '../../feedback/approved-feedback.ts';
import { applicationId, instant, slug } from '../../ids.ts';
import { interview } from '../../interviews/interview.ts';
import { publicJob } from '../../jobs/job.ts';
import { locale, locales } from '../../messages/locale.ts';
import { discount } from '../../messages/values.ts';
import { namedInterest } from '../../offers/interest.ts';
import { staffMember } from '../../settings/staff-member.ts';
import { questionView } from './questions.ts';
import { timelineEntry } from './timeline.ts';

/** What a candidate may choose, and has chosen. */
export const preferences = z.strictObject({
  interests: z.array(slug),
  consents: z.strictObject({
    offers: z.boolean(),
    /** When a form asked for offers in their name, while they have not said themselves whether they want them. */
    askedAt: z.nullable(instant),
  }),
  locale,
});

const interviewView = interview
  .pick({
    interviewId: true,
    status: true,
    startsAt: true,
    endsAt: true,
    minutes: true,
    zone: true,
    place: true,
    videoUrl: true,
    bring: true,
    contactPhone: true,
  })
  .extend({
    interviewers: z.array(staffMember.pick({ name: true, role: true }).strip()),
    feedback: z.optional(approvedFeedback.strip()),
  })
  .strip();

/** The code that thanks a candidate: what it is worth, where and until when, and whether it was used. */
const offerView = z.strictObject({
  code: z.string(),
  value: discount,
  /** The last day on which it can be used. */
  expiresOn: z.iso.date(),
  shopUrl: z.url(),
  state: z.enum(['usable', 'redeemed', 'expired']),
});

/** An application as its candidate sees it. */
export const candidateView = z.strictObject({
  applicationId,
  /** What they say on the telephone: the last six characters of the id. */
  reference: z.string(),
  company: z.object({ name: z.string(), website: z.string(), phone: z.string() }),
  job: publicJob.pick({ jobId: true, title: true, location: true, locale: true }).strip(),
  name: z.string(),
  stage,
  outcome: z.nullable(outcome),
  submittedAt: instant,
  zone: z.string(),
  /** The language of its messages. */
  locale,
  meetsAllCriteria: z.boolean(),
  promise: z.nullable(currentPromise.pick({ kind: true, due: true, firstDue: true, madeAt: true }).strip()),
  /** Who answers for the promise, or for the application once nothing is promised any more. */
  contact: staffMember.pick({ name: true, role: true, email: true, phone: true, hours: true }).strip(),
  timeline: z.array(timelineEntry),
  letters: z.array(
    z.strictObject({ at: instant, message: z.string(), subject: z.string(), text: z.string() }),
  ),
  interviews: z.array(interviewView),
  offer: z.nullable(offerView),
  /** Their link to recommend the company with; null until they ask for one. */
  referralUrl: z.nullable(z.url()),
  /** Each with a promise of its own, beside that of the application. */
  questions: z.array(questionView),
  /** Null without a link that was sent to the address: they belong to the person, as the offer and the referral do. */
  preferences: z.nullable(preferences),
  choices: z.strictObject({
    interests: z.array(namedInterest),
    consent: z.strictObject({ version: slug, text: z.record(z.enum(locales), z.string()) }),
  }),
});
