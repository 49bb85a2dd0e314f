import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Campaign, campaign, campaigns } from '../../../domain/offers/campaign.ts';
import { chooseOffer } from '../../../domain/offers/choose-offer.ts';

const offer = (id: string, interests: string[], rest: Partial<Campaign> = {}): Campaign =>
  campaign.parse({
    id,
    title: id,
    value: { percent: 15 },
    interests,
    validFor: 'P90D',
    shopUrl: 'https://shop.example/',
    ...rest,
  });

const everyone = offer('everyone', [], { default: true });
const garden = offer('garden', ['garden', 'outdoor']);
const outdoor = offer('outdoor', ['outdoor']);
const winter = offer('winter', ['ski', 'outdoor'], { startsOn: '2026-11-01', endsOn: '2027-02-28' });
const all = [everyone, garden, outdoor, winter];

describe('the offer chosen', () => {
  test.each([
    ['shares most interests', ['outdoor', 'garden'], '2026-06-01', 'garden'],
    ['of equals has the fewest others', ['outdoor'], '2026-06-01', 'outdoor'],
    ['is the default without a match', ['books'], '2026-06-01', 'everyone'],
    ['is the default without interests', [], '2026-06-01', 'everyone'],
    ['runs from its first day', ['ski'], '2026-11-01', 'winter'],
    ['runs to its last day', ['ski'], '2027-02-28', 'winter'],
    ['does not run the day before', ['ski'], '2026-10-31', 'everyone'],
    ['does not run the day after', ['ski'], '2027-03-01', 'everyone'],
  ])('%s', (_, interests, today, id) => {
    expect(chooseOffer(all, interests, today)?.id).toBe(id);
  });

  test('is none if nothing fits and no default runs', () => {
    expect(chooseOffer([garden], ['books'], '2026-06-01')).toBeUndefined();
    expect(chooseOffer([{ ...everyone, endsOn: '2026-05-31' }], [], '2026-06-01')).toBeUndefined();
  });

  test('does not depend on the order of campaigns or interests, nor on saying one twice', () => {
    const topics = ['garden', 'outdoor', 'ski', 'books', 'toys'];
    const some = fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1 });
    const offers = fc
      .array(some, { maxLength: 6 })
      .map((lists) => [...lists.map((interests, index) => offer(`offer-${index}`, interests)), everyone]);
    fc.assert(
      fc.property(offers, fc.subarray(topics), (offers, interests) => {
        const chosen = chooseOffer(offers, interests, '2026-06-01');
        expect(chooseOffer(offers.toReversed(), interests.toReversed(), '2026-06-01')).toEqual(chosen);
        expect(chooseOffer(offers, [...interests, ...interests], '2026-06-01')).toEqual(chosen);
        const shared = (offer: Campaign | undefined) =>
          offer?.interests.filter((interest) => interests.includes(interest)).length;
        expect(shared(chosen)).toBe(Math.max(...offers.map((one) => shared(one) ?? 0)));
      }),
    );
  });
});

describe('campaigns are refused where', () => {
  const issuesOf = (list: unknown) =>
    campaigns.safeParse(list).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  test('an id comes twice', () => {
    expect(issuesOf([garden, garden])).toEqual(['1.id: garden is there twice']);
  });

  test('two are the default', () => {
    expect(issuesOf([everyone, { ...garden, default: true }])).toEqual([
      '1.default: everyone is the default',
    ]);
  });

  test('nobody would ever get one', () => {
    expect(issuesOf([{ ...garden, interests: [] }])?.[0]).toMatch(/^0\.interests: must name an interest/);
  });

  test('one names an interest twice', () => {
    expect(issuesOf([{ ...garden, interests: ['garden', 'garden'] }])).toEqual([
      '0.interests: names an interest twice',
    ]);
  });

  test('one ends before it starts', () => {
    const ends = { ...winter, endsOn: '2026-10-01' };
    expect(issuesOf([ends])).toEqual(['0.endsOn: lies before startsOn, 2026-11-01']);
  });

  test.each([{ percent: 0 }, { percent: 101 }, { amount: 5 }, { amount: -5, currency: 'GBP' }, { score: 3 }])(
    'the value is %j',
    (value) => {
      expect(issuesOf([{ ...garden, value }])).toHaveLength(1);
    },
  );
});
