import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { campaign } from '../../../../domain/offers/campaign.ts';
import { Refused } from '../../../../web/console/api/problems.ts';
import { endedOn, mayEnd, newCampaign } from '../../../../web/console/settings/offers/ended.ts';
import {
  calledIn,
  interestsLeft,
  interestsNamed,
} from '../../../../web/console/settings/offers/interests.ts';
import { replacedAt } from '../../../../web/console/settings/raw.ts';
import { faultsOf, readSettings, textOf } from '../../../../web/console/settings/read.ts';

const shipped: unknown = JSON.parse(readFileSync('workflows/settings.json', 'utf8'));
const today = '2026-03-03';

const faultsWith = (place: readonly (string | number)[], value: unknown): string[] =>
  readSettings(textOf(replacedAt(shipped, place, value))).faults.map(
    (fault) => `${fault.place.join('.')}: ${fault.message}`,
  );

describe('a campaign that is ended', () => {
  const running = { ...newCampaign('https://shop.example'), id: 'tea', title: 'Tea', interests: ['tea'] };

  test('had its last day yesterday, over the end of a month, and is still a campaign', () => {
    expect(endedOn(running, '2026-03-01')).toEqual({ ...running, endsOn: '2026-02-28' });
    expect(campaign.safeParse(endedOn({ ...running, startsOn: '2026-03-02' }, today)).success).toBe(true);
  });

  test('is taken out when it had no day before', () => {
    expect(endedOn({ ...running, startsOn: today }, today)).toBeUndefined();
    expect(endedOn({ ...running, startsOn: '2026-04-01' }, today)).toBeUndefined();
  });

  test('is ended once', () => {
    expect(mayEnd(running, today)).toBe(true);
    expect(mayEnd({ ...running, endsOn: today }, today)).toBe(true);
    expect(mayEnd(endedOn(running, today), today)).toBe(false);
  });
});

describe('interests', () => {
  const offers = [{ interests: ['tea', 'books'] }, { interests: ['books', 3] }, 'nonsense'];

  test('are those that some campaign names, and those left with a name', () => {
    const raw = { offers, interests: { books: { en: 'Books & magazines' }, maps: { fr: 'Cartes' } } };
    expect(interestsNamed(raw)).toEqual(['books', 'tea']);
    expect(interestsLeft(raw)).toEqual(['maps']);
    expect(['books', 'tea', 'maps'].map((id) => calledIn(raw, id))).toEqual([
      'Books & magazines',
      'Tea',
      'Maps',
    ]);
  });

  test('are none while the draft makes no sense', () => {
    for (const raw of [undefined, {}, { offers: 'none', interests: 'none' }])
      expect([interestsNamed(raw), interestsLeft(raw)]).toEqual([[], []]);
  });
});

describe('what does not fit', () => {
  test('is told in words for whoever fills in the form', () => {
    expect(faultsWith(['offers', 3], newCampaign('https://shop.example'))).toEqual([
      'offers.3.id: small letters, digits and single hyphens',
      'offers.3.title: Write something here.',
      'offers.3.interests: must name an interest, or the campaign be the default: nobody would ever get it',
    ]);
    expect(faultsWith(['offers', 0, 'value'], { percent: 0 })).toEqual([
      'offers.0.value.percent: It must be more than 0.',
    ]);
    expect(faultsWith(['offers', 0, 'value'], { percent: 'a lot' })).toEqual([
      'offers.0.value: Write what it is worth: a percentage, or an amount.',
    ]);
    expect(faultsWith(['offers', 0, 'budget'], 'many')).toEqual(['offers.0.budget: Write a number.']);
    expect(faultsWith(['offers', 0, 'endsOn'], '2026-02-30')).toEqual([
      'offers.0.endsOn: Write a day like 2026-12-24.',
    ]);
    expect(faultsWith(['company', 'name'], 'x'.repeat(81))).toEqual([
      'company.name: Write at most 80 characters.',
    ]);
    expect(faultsWith(['company', 'website'], 'shop')).toEqual([
      'company.website: Write a whole address, such as https://www.example.com.',
    ]);
    expect(faultsWith(['company', 'phone'], undefined)).toEqual(['company.phone: This is missing.']);
  });

  test('by the server is marked at its field too', () => {
    const refused = new Refused(400, {
      type: 'about:blank',
      title: 'Bad request',
      status: 400,
      instance: 'x',
      errors: [
        { field: 'body.settings.offers.0.title', message: 'is taken' },
        { field: 'body.note', message: 'is too short' },
      ],
    });
    expect(faultsOf(refused)).toEqual([{ place: ['offers', '0', 'title'], message: 'is taken' }]);
    expect(faultsOf(new Error('no answer'))).toEqual([]);
  });
});
