/** What a candidate is written during an application. */
import * as z from 'zod';
import { declineReasons } from '../reasons/decline-reasons.ts';
import { candidateFrame, colleague, person, personFrame } from './frames.ts';
import { afterCancellation, cancelledBy, feedbackOwed, owed, wanted } from './kinds.ts';
import { day, instant, link, minutes, names, phone, prose, sentence, short, week, zone } from './values.ts';

/** `meetsAllCriteria` is said when true and left out when not: screening never speaks against anybody. */
export const acknowledgement = z.strictObject({
  ...candidateFrame,
  receivedAt: instant,
  meetsAllCriteria: z.boolean().optional(),
  decisionDue: instant,
  interviewWeek: week.optional(),
});

/** `person` arranges the interview, by `arrangedBy`. After one at `interviewedAt` it is another. */
export const invitation = z.strictObject({
  ...candidateFrame,
  interviewedAt: instant.optional(),
  interviewWeek: week,
  arrangedBy: instant,
});

/** Where, and from which day on, the candidate may apply again; without a day, at once. */
const reapply = z.strictObject({ url: link, from: day.optional() });

export const decline = z.strictObject({
  ...candidateFrame,
  reasons: declineReasons,
  decidedBy: person,
  reapply,
});

/** Carries the approved `feedback` itself or, as `feedbackDue`, the date it will come: exactly one. */
export const declineAfterInterview = z
  .strictObject({
    ...candidateFrame,
    interviewedAt: instant,
    reasons: declineReasons,
    strength: sentence,
    feedback: prose.optional(),
    feedbackDue: instant.optional(),
    decidedBy: person,
    reapply,
  })
  .refine((it) => (it.feedback === undefined) !== (it.feedbackDue === undefined), {
    message: 'give either feedback or feedbackDue',
    path: ['feedback'],
  });

/** The promise of `promisedAt` is broken; `person` owns the new one. */
export const decisionDelayed = z.strictObject({
  ...candidateFrame,
  kind: owed,
  promisedAt: instant,
  /** Whether that date has passed already; else we say in time that we shall not keep it. */
  missed: z.boolean(),
  newDate: instant,
});

/**
 * No more extensions: we failed to do what was promised for `promisedAt`; `person` owes an answer. With `outcomeDue`
 * the application goes on, and the decision comes by then.
 */
export const release = z.strictObject({
  ...candidateFrame,
  kind: owed,
  promisedAt: instant,
  outcomeDue: instant.optional(),
});

/** At a place or by video: exactly one. `phone` is answered on the day itself; `person` gives feedback by `feedbackDue`. */
export const interviewScheduled = z
  .strictObject({
    ...candidateFrame,
    startsAt: instant,
    minutes,
    zone,
    place: short.optional(),
    videoUrl: link.optional(),
    interviewers: names,
    bring: sentence.optional(),
    phone,
    feedbackDue: instant,
  })
  .refine((it) => (it.place === undefined) !== (it.videoUrl === undefined), {
    message: 'give either place or videoUrl',
    path: ['place'],
  });

/** `next` is what follows, by `nextBy`. */
export const interviewCancelled = z.strictObject({
  ...candidateFrame,
  startsAt: instant,
  zone,
  cancelledBy,
  next: afterCancellation,
  nextBy: instant,
});

/** The text a human approved. Without `outcomeDue` the candidate has our decision already. */
export const interviewFeedback = z.strictObject({
  ...candidateFrame,
  interviewedAt: instant,
  strengths: z.array(sentence).min(1).max(5),
  improvements: z.array(sentence).min(1).max(5),
  approver: colleague,
  outcomeDue: instant.optional(),
});

export const feedbackDelayed = z.strictObject({
  ...candidateFrame,
  kind: feedbackOwed,
  promisedAt: instant,
  newDate: instant,
});

/** `caller` telephones by `callBy` about contract and first day. */
export const hired = z.strictObject({ ...candidateFrame, caller: person, callBy: instant });

/** `person` answers by `answerDue`, or calls between `callFrom` and then. */
export const questionReceived = z.strictObject({
  ...candidateFrame,
  wants: wanted,
  callFrom: instant.optional(),
  answerDue: instant,
});

/** `person` answers, in `text`, what was asked at `askedAt`. */
export const answer = z.strictObject({ ...candidateFrame, askedAt: instant, text: prose });

/** With `interviewPlanned` a file comes along that takes the interview out of the candidate's calendar. */
export const withdrawalConfirmed = z.strictObject({
  ...candidateFrame,
  interviewPlanned: z.boolean().optional(),
  keptUntil: day,
});

/**
 * `keptUntil` is given when the law makes us keep proof that the request was fulfilled, `othersStay` when other
 * applications of the person go on, `interviewPlanned` as for a withdrawal.
 */
export const erasureConfirmed = z.strictObject({
  ...personFrame,
  interviewPlanned: z.boolean().optional(),
  keptUntil: day.optional(),
  othersStay: z.boolean().optional(),
});

/**
 * `linkUrl` leads to all applications of the person, until `validUntil`. It was asked for with their address, or one
 * more application came with it and was `notTaken`: theirs for that job is open already, or the day had its fill.
 */
export const freshLink = z.strictObject({
  ...personFrame,
  linkUrl: link,
  validUntil: instant,
  notTaken: z.boolean().optional(),
});

export const survey = z.strictObject({ ...candidateFrame, surveyUrl: link });
