import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { copyField } from './copy-field.ts';
import type { View, Words } from './words.ts';

/** A link to recommend the company with: only for who agreed to offers, and never before their own answer. */
export function referralView(
  { referralUrl, preferences, promise, company }: View,
  words: Words,
  recommend: () => void,
): Child {
  if (promise !== null || !preferences?.consents.offers) return undefined;
  return h(
    'section',
    { class: 'referral' },
    h('h2', {}, words.recommendTitle(company.name)),
    h('p', {}, words.recommendText),
    referralUrl === null
      ? on(h('button', { type: 'button', class: 'button quiet' }, words.recommendGet), { click: recommend })
      : copyField('referral-link', words.recommendLink, referralUrl, words),
    h('p', { class: 'status small', role: 'status' }),
  );
}
