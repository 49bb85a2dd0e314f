import { describe, expect, it } from 'vitest';
import { applied, prefers, unsubscribed, wantsOffers } from '../../../domain/people/person.ts';
import type { Person } from '../../../domain/people/person.ts';

const at = '2026-03-02T09:00:00.000Z';
const later = '2026-03-03T09:00:00.000Z';
const later2 = '2026-03-04T09:00:00.000Z';

/** What a form says, with the box for offers ticked or not. */
const form = (ticked: boolean, when = at) => ({
  personHash: 'c0ffee',
  email: 'julia@example.com',
  name: 'Julia Stone',
  locale: 'en' as const,
  interests: ['books'],
  at: when,
  consentTo: ticked ? 'offers-1' : undefined,
});
const applying = (known: Person | undefined, ticked: boolean, when = at) =>
  applied(known, form(ticked, when));

describe('a box that is ticked in a form', () => {
  it('is the consent of somebody new', () => {
    const julia = applying(undefined, true);
    expect(wantsOffers(julia)).toBe(true);
    expect(julia).toMatchObject({ consents: [{ given: true, at, source: 'application-form' }] });
    expect(julia).not.toHaveProperty('offersAskedAt');
  });

  it.each([
    ['left it empty', applying(undefined, false)],
    ['stopped offers', unsubscribed(applying(undefined, true), at)],
  ])('is none of somebody known who %s, until they say so themselves', (_, known) => {
    const asked = applying(known, true, later);
    expect(wantsOffers(asked)).toBe(false);
    expect(asked.consents).toEqual(known.consents);
    expect(asked.offersAskedAt).toBe(later);

    const confirmed = prefers(asked, { consents: { offers: true } }, 'offers-2', later2);
    expect(wantsOffers(confirmed)).toBe(true);
    expect(confirmed.consents.at(-1)).toMatchObject({
      source: 'status-page',
      wording: 'offers-2',
      at: later2,
    });
    expect(confirmed.offersAskedAt).toBeUndefined();
  });

  it('adds nothing to a consent that stands', () => {
    const julia = applying(undefined, true);
    const again = applying(julia, true, later);
    expect(again.consents).toEqual(julia.consents);
    expect(again.offersAskedAt).toBeUndefined();
  });

  it('is asked about until it is answered, also by a no, and not by a change of something else', () => {
    const asked = applying(applying(undefined, false), true, later);
    expect(prefers(asked, { locale: 'fr' }, 'offers-1', later2).offersAskedAt).toBe(later);
    const no = prefers(asked, { consents: { offers: false } }, 'offers-1', later2);
    expect(no.offersAskedAt).toBeUndefined();
    expect(wantsOffers(no)).toBe(false);
  });

  it('stays to be confirmed when the next form has it empty', () => {
    const asked = applying(applying(undefined, false), true, later);
    expect(applying(asked, false, later2).offersAskedAt).toBe(later);
  });
});
