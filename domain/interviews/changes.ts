import { epochOf, isoOf } from '../calendar/instant.ts';
import type { ApprovedFeedback } from '../feedback/approved-feedback.ts';
import { NotAllowed } from '../steps/errors.ts';
import { interviewPlan } from './interview.ts';
import type { Interview, InterviewPlan } from './interview.ts';
import { standingOf } from './standing.ts';

const millisecondsPerMinute = 60_000;

interface Change {
  /** The staff id of whoever changes it. */
  readonly by: string;
  /** The instant of the request. */
  readonly at: string;
}

/** True when the interview would begin after `at`: nobody can be invited into the past. */
export const isAhead = (startsAt: string, at: string): boolean => epochOf(startsAt) > epochOf(at);

const timesOf = ({ startsAt, minutes }: InterviewPlan) => ({
  startsAt: isoOf(epochOf(startsAt)),
  endsAt: isoOf(epochOf(startsAt) + minutes * millisecondsPerMinute),
});

/** A new interview, as planned. */
export const schedule = (
  applicationId: string,
  interviewId: string,
  plan: InterviewPlan,
  { by, at }: Change,
): Interview => ({
  ...plan,
  ...timesOf(plan),
  applicationId,
  interviewId,
  status: 'scheduled',
  version: 1,
  sequence: 0,
  scheduledBy: by,
  createdAt: at,
  updatedAt: at,
});

/** What is arranged, as a text that is the same for the same arrangement, however it was written. */
const arrangementOf = (plan: InterviewPlan): string => {
  const said = { ...plan, ...timesOf(plan), interviewers: plan.interviewers.toSorted() };
  return JSON.stringify(interviewPlan.keyof().options.map((field) => said[field]));
};

/**
 * The same interview at another time or place; everything of the old arrangement is replaced. When nothing of it is
 * another, the interview itself: what a candidate knows already is no news.
 * @throws NotAllowed when it is cancelled or over
 */
export const reschedule = (interview: Interview, plan: InterviewPlan, { by, at }: Change): Interview => {
  refuseUnlessOpen(interview, at);
  if (arrangementOf(plan) === arrangementOf(interview)) return interview;
  return {
    ...schedule(interview.applicationId, interview.interviewId, plan, { by, at }),
    version: interview.version + 1,
    sequence: interview.sequence + 1,
    createdAt: interview.createdAt,
  };
};

/**
 * The interview called off.
 * @throws NotAllowed when it is cancelled or over
 */
export const cancel = (interview: Interview, { by, at }: Change): Interview => {
  refuseUnlessOpen(interview, at);
  return {
    ...interview,
    status: 'cancelled',
    version: interview.version + 1,
    sequence: interview.sequence + 1,
    updatedAt: at,
    cancelledAt: at,
    cancelledBy: by,
  };
};

/** The interview with the text that its candidate reads. */
export const approve = (
  interview: Interview,
  { strengths, improvements }: ApprovedFeedback,
  { by, at }: Change,
): Interview => ({
  ...interview,
  version: interview.version + 1,
  updatedAt: at,
  approved: { strengths, improvements, by, at },
});

function refuseUnlessOpen(interview: Interview, at: string): void {
  const standing = standingOf(interview, at);
  if (standing === 'cancelled') {
    throw new NotAllowed(`the interview was cancelled at ${interview.cancelledAt ?? interview.updatedAt}`);
  }
  if (standing === 'over') throw new NotAllowed(`the interview was over at ${interview.endsAt}`);
}
