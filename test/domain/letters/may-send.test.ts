import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Application } from '../../../domain/application/application.ts';
import type { Consent, Suppression } from '../../../domain/consent/consent.ts';
import { heldBack, isNews, isOvertaken } from '../../../domain/letters/may-send.ts';
import { audienceOf, categoryOf, messageNames } from '../../../domain/messages/messages.ts';
import { at, promise, submittedAt } from './facts.ts';

const consent: Consent = {
  channel: 'offers-email',
  given: true,
  at: submittedAt,
  wording: '2026-11',
  source: 'application-form',
};
const takenBack: Consent = { channel: 'offers-email', given: false, at, source: 'one-click-unsubscribe' };

const names = fc.constantFrom(...messageNames);
const toCandidate = names.filter((name) => audienceOf(name) === 'candidate');
const outcomes = fc.constantFrom<Application['outcome']>(
  undefined,
  'hired',
  'declined',
  'released',
  'withdrawn',
);
const suppressions = fc.constantFrom<Suppression | undefined>(
  undefined,
  { reason: 'bounced', at },
  { reason: 'complained', at },
);
const person = { consents: [consent] };
const application = (outcome: Application['outcome']) => (outcome === undefined ? {} : { outcome });

describe('a message is held back', () => {
  test('never from a colleague, whatever became of the candidate', () => {
    fc.assert(
      fc.property(
        names.filter((name) => audienceOf(name) === 'staff'),
        outcomes,
        (name, outcome) => heldBack(name, application(outcome), undefined) === undefined,
      ),
    );
  });

  test('from somebody who was erased, always', () => {
    fc.assert(
      fc.property(
        toCandidate,
        outcomes,
        (name, outcome) => heldBack(name, application(outcome), undefined) === 'erased',
      ),
    );
  });

  test('after a withdrawal, all but its confirmation', () => {
    fc.assert(
      fc.property(toCandidate, (name) => {
        const why = heldBack(name, { outcome: 'withdrawn' }, person);
        expect(why).toBe(name === 'withdrawal-confirmed' ? undefined : 'withdrawn');
      }),
    );
  });

  test('to an address that takes no mail, even the confirmation of a withdrawal', () => {
    fc.assert(
      fc.property(toCandidate, suppressions, (name, suppression) => {
        const why = heldBack(name, {}, { consents: [consent], ...(suppression && { suppression }) });
        expect(why).toBe(suppression ? 'suppressed' : undefined);
      }),
    );
    const bounced = { consents: [], suppression: { reason: 'bounced' as const, at } };
    expect(heldBack('withdrawal-confirmed', { outcome: 'withdrawn' }, bounced)).toBe('suppressed');
  });

  test('when it is marketing and the last word on it was not yes', () => {
    for (const consents of [[], [consent, takenBack]]) {
      fc.assert(
        fc.property(toCandidate, (name) => {
          const why = heldBack(name, {}, { consents });
          expect(why).toBe(categoryOf(name) === 'marketing' ? 'no-consent' : undefined);
        }),
      );
    }
  });
});

describe('a delay is news', () => {
  test('when a gate speaks of it', () => {
    const speaksOf = (kind: 'shortlist' | 'interview-date', status: 'pending' | 'held') =>
      isNews('decision-delayed', { promise: promise('shortlist') }, { kind, status });
    expect(speaksOf('shortlist', 'pending')).toBe(true);
    // Settled in the very moment of the deadline: what cannot be undone goes out at once, the rest after its window.
    expect(speaksOf('interview-date', 'held')).toBe(false);
    expect(speaksOf('shortlist', 'held')).toBe(true);
  });

  test('without a gate only when a task of HR has taken the place of the promise', () => {
    expect(isNews('decision-delayed', { promise: promise('attention') })).toBe(true);
    expect(isNews('decision-delayed', { promise: promise('shortlist') })).toBe(false);
    expect(isNews('decision-delayed', {})).toBe(false);
  });

  test('and every other message always is', () => {
    fc.assert(
      fc.property(
        names.filter((name) => name !== 'decision-delayed' && name !== 'feedback-delayed'),
        (name) => isNews(name, {}),
      ),
    );
  });
});

describe('the word of an interview’s time', () => {
  const interviewId = '01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
  const moved = { interviewId, status: 'scheduled', sequence: 2 } as const;

  test('is overtaken once the interview was moved to another, and only then', () => {
    expect(isOvertaken('interview-scheduled', `${interviewId}.1`, moved)).toBe(true);
    expect(isOvertaken('interview-scheduled', `${interviewId}.2`, moved)).toBe(false);
  });

  test('is not when it is named otherwise, called off or of something else', () => {
    expect(isOvertaken('interview-scheduled', interviewId, moved)).toBe(false);
    expect(isOvertaken('interview-scheduled', '1', moved)).toBe(false);
    expect(isOvertaken('interview-scheduled', `${interviewId}.1`, { ...moved, status: 'cancelled' })).toBe(
      false,
    );
    expect(isOvertaken('interview-scheduled', `${interviewId}.1`, undefined)).toBe(false);
    expect(isOvertaken('interview-cancelled', `${interviewId}.1`, moved)).toBe(false);
  });
});
