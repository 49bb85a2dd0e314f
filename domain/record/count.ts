import * as z from 'zod';
import type { ApplicationEvent } from '../application/application.ts';
import { outcome } from '../application/stages.ts';
import { epochOf } from '../calendar/instant.ts';
import { instant } from '../ids.ts';
import { counter, promiseKind } from './counters.ts';
import { boundOf } from './histogram.ts';

/** One more, or one less, of a counter on the day of an instant. */
export interface Increment {
  readonly at: string;
  readonly counter: string;
  readonly by: 1 | -1;
}

/** What an event alone does not say: when its application was sent, when the interview it speaks of ended. */
export interface About {
  readonly submittedAt?: string | undefined;
  readonly interviewEndsAt?: string | undefined;
}

const promised = z.object({ kind: promiseKind });
const answered = z.object({ outcome: z.literal('answered') });
const held = z.object({ endsAt: instant });
const given = z.object({ issuedAt: instant });
const score = z.int().min(0).max(10);
const surveyed = z.object({ score, outcome });
const replaced = z.object({ wasScore: score, wasOutcome: outcome, wasAt: instant });

const one = (at: string, name: string, by: 1 | -1 = 1): Increment => ({ at, counter: name, by });

type Counting = (event: ApplicationEvent, about: About) => Increment[];

/** How each type of event is counted; the others tell of nothing that the record knows. */
const counting: Partial<Record<ApplicationEvent['type'], Counting>> = {
  ApplicationReceived: ({ at }) => [
    one(at, counter.applications),
    one(at, counter.promise('acknowledgement', 'made')),
  ],
  PromiseMade: (event) => promise(event, 'made'),
  PromiseKept: (event) => promise(event, 'kept'),
  PromiseBroken: (event) => promise(event, 'broken'),
  MessageSent: sent,
  DecisionMade: ({ at, detail }) =>
    answered.safeParse(detail).success ? [one(at, counter.questionsAnswered)] : [],
  InterviewHeld: ({ detail }) => [one(held.parse(detail).endsAt, counter.interviewsHeld)],
  SurveyAnswered: scored,
  ReferralCredited: ({ at }) => [one(at, counter.referrals)],
  OfferIssued: ({ at }) => [one(at, counter.offersIssued)],
  OfferRedeemed: ({ detail }) => [one(given.parse(detail).issuedAt, counter.offersRedeemed)],
  OfferRolledBack: ({ detail }) => [one(given.parse(detail).issuedAt, counter.offersRedeemed, -1)],
};

/**
 * What an event adds to the record. Whatever is an answer to something earlier counts on the day of that, so that
 * no day's share is ever more than the whole: an acknowledgement on the day of the application, delivered feedback
 * on that of the interview, a redemption on that of its code.
 */
export function incrementsOf(event: ApplicationEvent, about: About): Increment[] {
  return counting[event.type]?.(event, about) ?? [];
}

function promise({ at, detail }: ApplicationEvent, what: 'made' | 'kept' | 'broken'): Increment[] {
  const known = promised.safeParse(detail).data;
  return known ? [one(at, counter.promise(known.kind, what))] : [];
}

function sent({ at, detail }: ApplicationEvent, { submittedAt, interviewEndsAt }: About): Increment[] {
  if (detail['to'] !== 'candidate') return [];
  if (detail['message'] === 'acknowledgement' && submittedAt !== undefined) {
    const seconds = (epochOf(at) - epochOf(submittedAt)) / 1_000;
    return [one(submittedAt, counter.acknowledged(boundOf(seconds)))];
  }
  if (detail['message'] === 'interview-feedback' && interviewEndsAt !== undefined) {
    return [one(interviewEndsAt, counter.feedbackDelivered)];
  }
  return [];
}

/** A score given again replaces the one before, on the day that was counted. */
function scored({ at, detail }: ApplicationEvent): Increment[] {
  const now = surveyed.parse(detail);
  const before = replaced.safeParse(detail).data;
  return [
    one(at, counter.score(now.outcome, now.score)),
    ...(before ? [one(before.wasAt, counter.score(before.wasOutcome, before.wasScore), -1)] : []),
  ];
}
