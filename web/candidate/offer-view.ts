import type { Locale } from '../../domain/messages/locale.ts';
import { day } from '../shared/dates.ts';
import { h } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { copyField } from './copy-field.ts';
import type { View, Words } from './words.ts';

type Offer = NonNullable<View['offer']>;

/** The thank-you: what it is worth, its code to copy, until when and where. */
export function offerView({ offer, company }: View, words: Words, locale: Locale): Child {
  if (!offer) return undefined;
  const { offerTitle, offerStates, offerUntil, offerShop } = words;
  const worth = worthOf(offer.value, locale);
  const isUsable = offer.state === 'usable';
  return h(
    'section',
    { class: `offer ${offer.state}` },
    h('h2', {}, offerTitle(worth, company.name)),
    h('p', { class: 'offer-state' }, offerStates[offer.state]),
    isUsable && copyField('offer-code', words.offerCode, offer.code, words),
    h('p', {}, offerUntil(day(offer.expiresOn, locale))),
    isUsable && h('p', {}, h('a', { href: offer.shopUrl }, offerShop(company.name))),
  );
}

/** "15%" or "£10.00" as people of a language write it. */
function worthOf(value: Offer['value'], locale: Locale): string {
  return 'percent' in value
    ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
        value.percent / 100,
      )
    : new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(value.amount);
}
