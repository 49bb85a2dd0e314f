import { describe, expect, it } from 'vitest';
import { wantsOffers } from '../../../domain/people/person.ts';
import type { Person } from '../../../domain/people/person.ts';
import { refusing, suppressed } from '../../../domain/people/suppressed.ts';

const at = '2026-03-04T09:00:00.000Z';
const later = '2026-03-05T09:00:00.000Z';
const julia: Person = {
  personHash: 'c0ffee',
  version: 4,
  email: 'julia@example.com',
  name: 'Julia Stone',
  locale: 'en',
  interests: [],
  consents: [
    {
      channel: 'offers-email',
      given: true,
      at: '2026-03-02T09:00:00.000Z',
      wording: 'offers-2026',
      source: 'application-form',
    },
  ],
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:00:00.000Z',
};

describe('a person whose address refuses mail', () => {
  it('is written to no more, and has said nothing about offers', () => {
    const bounced = suppressed(julia, 'bounced', at);
    expect(bounced).toMatchObject({ version: 5, suppression: { reason: 'bounced', at } });
    expect(bounced.consents).toEqual(julia.consents);
  });

  it('who complained has also taken back their consent, and the history says how', () => {
    const complained = suppressed(julia, 'complained', at);
    expect(complained).toMatchObject({ version: 5, suppression: { reason: 'complained', at } });
    expect(wantsOffers(complained)).toBe(false);
    expect(complained.consents.at(-1)).toEqual({
      channel: 'offers-email',
      given: false,
      at,
      source: 'complaint',
    });
  });

  it('keeps the first reason, and a complaint after a bounce still counts', () => {
    const both = suppressed(suppressed(julia, 'bounced', at), 'complained', later);
    expect(both).toMatchObject({ version: 6, suppression: { reason: 'bounced', at } });
    expect(wantsOffers(both)).toBe(false);
    expect(suppressed(both, 'complained', later)).toBe(both);
  });

  it('who complains of an offer is still written to, and has no more offers', () => {
    const complained = refusing(julia, { message: 'loyalty-offer', stops: 'complained', at });
    expect(complained.suppression).toBeUndefined();
    expect(wantsOffers(complained)).toBe(false);
    expect(refusing(julia, { message: 'decline', stops: 'complained', at })).toEqual(
      suppressed(julia, 'complained', at),
    );
    expect(refusing(julia, { message: 'loyalty-offer', stops: 'bounced', at })).toEqual(
      suppressed(julia, 'bounced', at),
    );
  });
});
