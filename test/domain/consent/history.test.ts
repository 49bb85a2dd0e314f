import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Consent, consent } from '../../../domain/consent/consent.ts';
import { appendConsent, consentOn, mayMarket, mostKept } from '../../../domain/consent/history.ts';

const yes: Consent = {
  channel: 'offers-email',
  given: true,
  at: '2026-06-01T12:00:00Z',
  wording: 'offers-1',
  source: 'application-form',
};
const no: Consent = {
  channel: 'offers-email',
  given: false,
  at: '2026-06-02T12:00:00Z',
  source: 'one-click-unsubscribe',
};

describe('marketing', () => {
  test.each<[string, Consent[], boolean]>([
    ['needs a consent', [], false],
    ['is allowed with one', [yes], true],
    ['ends with its withdrawal', [yes, no], false],
    ['is allowed again after a new consent', [yes, no, { ...yes, at: '2026-06-03T12:00:00Z' }], true],
    ['goes by the instant said, not by the order stored', [no, yes], false],
    ['goes by the instant however it is written', [{ ...no, at: '2026-06-01T12:00:00.500Z' }, yes], false],
    ['is refused when yes and no fall in one instant', [{ ...no, at: yes.at }, yes], false],
    ['is refused when no and yes fall in one instant', [yes, { ...no, at: yes.at }], false],
  ])('%s', (_, history, allowed) => {
    expect(mayMarket(history, undefined)).toBe(allowed);
  });

  test.each(['bounced', 'complained', 'erased'] as const)('never goes to an address that %s', (reason) => {
    expect(mayMarket([yes], { reason, at: yes.at })).toBe(false);
  });
});

describe('the history', () => {
  const entries = fc
    .record({ given: fc.boolean(), minute: fc.integer({ min: 0, max: 20 }) })
    .map(({ given, minute }): Consent => ({
      ...(given ? yes : no),
      at: new Date(Date.UTC(2026, 5, 1, 12, minute)).toISOString(),
    }));

  test('only grows at its end, and the same entry twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(entries), entries, (list, entry) => {
        const history = list.reduce<readonly Consent[]>(appendConsent, []);
        const longer = appendConsent(history, entry);
        expect(longer.slice(0, history.length)).toEqual(history);
        expect(longer).toContainEqual(entry);
        expect(appendConsent(longer, { ...entry })).toBe(longer);
      }),
    );
  });

  test('keeps the first word and the latest ones of somebody who goes back and forth without end', () => {
    const said = Array.from({ length: 5000 }, (_, second): Consent => ({
      ...(second % 2 === 0 ? yes : no),
      at: new Date(Date.UTC(2026, 5, 1, 12, 0, second)).toISOString(),
    }));
    const history = said.reduce<readonly Consent[]>(appendConsent, []);
    expect(history).toEqual([...said.slice(0, 1), ...said.slice(1 - mostKept)]);
    expect(consentOn(history, 'offers-email')).toEqual(said.at(-1));
  });

  test('a withdrawal later than all that was said always holds', () => {
    fc.assert(
      fc.property(fc.array(entries), (list) => {
        const history = list.reduce<readonly Consent[]>(appendConsent, []);
        expect(consentOn(appendConsent(history, no), 'offers-email')).toEqual(no);
      }),
    );
  });
});

describe('an entry', () => {
  test.each([
    ['a consent without the wording that was read', { ...yes, wording: undefined }],
    ['a consent given by the unsubscribe button', { ...yes, source: 'one-click-unsubscribe' }],
    ['a consent to an unknown channel', { ...yes, channel: 'offers-sms' }],
    ['an unknown key', { ...no, ip: '192.0.2.1' }],
  ])('is refused: %s', (_, entry) => {
    expect(consent.safeParse(entry).success).toBe(false);
  });
});
