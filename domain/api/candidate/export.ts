import * as z from 'zod';
import { applicationEvent, candidate } from '../../application/application.ts';
import { outcome, stage } from '../../application/stages.ts';
import { codeState } from '../../codes/code-life.ts';
import { consent, suppression } from '../../consent/consent.ts';
import { approvedFeedback } from '../../feedback/approved-feedback.ts';
import { resumeKey } from '../intake/resume.ts';
import { applicationId, instant, interviewId } from '../../ids.ts';
import { ledgerEntry } from '../../messages/ledger.ts';
import { locale } from '../../messages/locale.ts';
import { discount } from '../../messages/values.ts';
import { namedInterest } from '../../offers/interest.ts';
import { surveyForm } from '../../survey/survey.ts';
import { questionView } from './questions.ts';

const interview = z.strictObject({
  interviewId,
  status: z.enum(['scheduled', 'cancelled']),
  startsAt: instant,
  endsAt: instant,
  zone: z.string(),
  place: z.optional(z.string()),
  videoUrl: z.optional(z.string()),
  bring: z.optional(z.string()),
  interviewers: z.array(z.string()),
  feedback: z.optional(approvedFeedback.strip()),
});

const message = z.strictObject({
  message: z.string(),
  at: instant,
  status: ledgerEntry.shape.status,
  /** What the mail service told us of it. */
  seen: ledgerEntry.shape.seen,
  /** As it was read; none for what was never sent. */
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
});

/** Something that happened. Colleagues are not named: `actor` says which side it was. */
const happened = z.strictObject({
  at: instant,
  type: applicationEvent.shape.type,
  actor: z.enum(['you', 'us']),
  detail: applicationEvent.shape.detail,
});

/**
 * Everything that is held of an application and its candidate, but the working notes of colleagues
 * (docs/adr says why) and what would let a reader act: links, tokens and hashes.
 */
export const candidateExport = z.strictObject({
  madeAt: instant,
  company: z.strictObject({ name: z.string(), website: z.string(), postalAddress: z.string() }),
  application: z.strictObject({
    applicationId,
    job: z.strictObject({ title: z.string(), location: z.string() }),
    candidate,
    submittedAt: instant,
    stage,
    outcome: z.optional(outcome),
    answeredAt: z.optional(instant),
    closedAt: z.optional(instant),
    locale,
    zone: z.string(),
    interests: z.array(namedInterest),
    answers: z.array(z.strictObject({ question: z.string(), answer: z.boolean() })),
    meetsAllCriteria: z.optional(z.boolean()),
    /** Where the file that was sent lies with us; the file itself is the candidate's own. */
    resumeKey: z.optional(resumeKey),
  }),
  /** What is held across applications; for whoever has a link that was sent to the address. */
  person: z.optional(
    z.strictObject({
      name: z.string(),
      email: z.string(),
      locale,
      interests: z.array(namedInterest),
      /** Yes and no to offers. */
      consents: z.array(consent),
      offersAskedAt: z.optional(instant),
      suppression: z.optional(suppression),
    }),
  ),
  interviews: z.array(interview),
  /** What was asked, and answered; `person` is the name of who answers. */
  questions: z.array(questionView.extend({ person: z.string() })),
  offer: z.optional(
    z.strictObject({
      code: z.string(),
      value: discount,
      issuedAt: instant,
      expiresOn: z.iso.date(),
      state: codeState,
    }),
  ),
  /** The link to recommend the company with that was given for this application. */
  referral: z.optional(z.strictObject({ url: z.url(), createdAt: instant })),
  survey: z.optional(z.strictObject({ ...surveyForm.shape, at: instant })),
  messages: z.array(message),
  events: z.array(happened),
});
export type CandidateExport = z.output<typeof candidateExport>;
