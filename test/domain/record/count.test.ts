import { describe, expect, it } from 'vitest';
import type { ApplicationEvent } from '../../../domain/application/application.ts';
import { incrementsOf } from '../../../domain/record/count.ts';

const at = '2026-03-04T10:00:00.000Z';
const earlier = '2026-03-02T10:00:00.000Z';
const event = (
  type: ApplicationEvent['type'],
  detail: ApplicationEvent['detail'] = {},
): ApplicationEvent => ({
  applicationId: '01JNBZ3V4W5X6Y7Z8A9B0C1D2E',
  at,
  type,
  actor: 'system',
  detail,
});
const one = (counter: string, day = at, by = 1) => ({ at: day, counter, by });

describe('An event adds to the record', () => {
  it.each([
    [
      'an application, which is also promised an acknowledgement',
      event('ApplicationReceived', { jobId: 'till' }),
      [one('applications'), one('promise.acknowledgement.made')],
    ],
    ['a promise by its kind', event('PromiseMade', { kind: 'shortlist' }), [one('promise.shortlist.made')]],
    ['a kept promise', event('PromiseKept', { kind: 'question' }), [one('promise.question.kept')]],
    ['a broken promise', event('PromiseBroken', { kind: 'approval' }), [one('promise.approval.broken')]],
    [
      'an answered question',
      event('DecisionMade', { gateId: 'question-1', outcome: 'answered' }),
      [one('questions.answered')],
    ],
    [
      'an interview, on the day it ended',
      event('InterviewHeld', { endsAt: earlier }),
      [one('interviews.held', earlier)],
    ],
    [
      'a score by the outcome',
      event('SurveyAnswered', { score: 9, outcome: 'declined' }),
      [one('score.declined.9')],
    ],
    ['a referral', event('ReferralCredited'), [one('referrals')]],
    ['an offer', event('OfferIssued', { campaign: 'books' }), [one('offers.issued')]],
    [
      'a redemption, on the day the code was given',
      event('OfferRedeemed', { issuedAt: earlier }),
      [one('offers.redeemed', earlier)],
    ],
    [
      'one redemption less when it is rolled back',
      event('OfferRolledBack', { issuedAt: earlier }),
      [one('offers.redeemed', earlier, -1)],
    ],
  ])('%s', (_, given, expected) => {
    expect(incrementsOf(given, {})).toEqual(expected);
  });

  it.each([
    event('DecisionMade', { gateId: 'shortlist-1', outcome: 'declined' }),
    event('MessageSent', { message: 'acknowledgement', to: 'owner' }),
    event('MessageSent', { message: 'decline', to: 'candidate' }),
    event('PromiseKept', { kind: 'attention' }),
    event('ApplicationClosed'),
  ])('and nothing for what it does not tell of', (given) => {
    expect(incrementsOf(given, { submittedAt: earlier, interviewEndsAt: earlier })).toEqual([]);
  });
});

describe('What answers something earlier', () => {
  it('is counted on the day of the application: how long its acknowledgement took', () => {
    const sent = event('MessageSent', { message: 'acknowledgement', to: 'candidate' });
    expect(incrementsOf({ ...sent, at: '2026-03-02T10:00:07.000Z' }, { submittedAt: earlier })).toEqual([
      one('acknowledged.8', earlier),
    ]);
  });

  it('is counted on the day of the interview: that its feedback reached the candidate', () => {
    const sent = event('MessageSent', { message: 'interview-feedback', to: 'candidate' });
    expect(incrementsOf(sent, { interviewEndsAt: earlier })).toEqual([one('interviews.answered', earlier)]);
  });

  it('takes back the score that it replaces, from the day that was counted', () => {
    const again = event('SurveyAnswered', {
      score: 3,
      outcome: 'withdrawn',
      wasScore: 8,
      wasOutcome: 'declined',
      wasAt: earlier,
    });
    expect(incrementsOf(again, {})).toEqual([one('score.withdrawn.3'), one('score.declined.8', earlier, -1)]);
  });
});
