import type { Locale } from '../../domain/messages/locale.ts';
import { dialled } from '../../domain/messages/telephone.ts';
import { dayAndTime, ownZone, timeLeft, zoneName } from '../shared/dates.ts';
import { phraseAround } from '../shared/phrase.ts';
import { h } from '../shared/view.ts';
import type { View as Element } from '../shared/view.ts';
import type { View, Words } from './words.ts';

/** What was promised, by when, and who owes it; without a promise, who answers. */
export function promiseView(view: View, words: Words, locale: Locale, now: number): Element {
  const { promise } = view;
  return h(
    'section',
    { class: promise ? 'promise' : 'promise settled' },
    ...(promise ? promisedViews(promise, words, locale, now) : []),
    contactView(view, words),
  );
}

type CurrentPromise = NonNullable<View['promise']>;

function promisedViews({ kind, due, firstDue }: CurrentPromise, words: Words, locale: Locale, now: number) {
  const zone = ownZone();
  const late = due !== firstDue;
  return [
    late && h('p', { class: 'late' }, words.late(dayAndTime(firstDue, locale))),
    h('h2', { class: 'due' }, h('time', { datetime: due }, words.promised[kind](dayAndTime(due, locale)))),
    h(
      'p',
      { class: 'left' },
      h('span', { class: 'countdown' }, countdown(due, words, locale, now)),
      h('span', { class: 'zone' }, ` (${words.yourTime(zoneName(due, locale, zone))})`),
    ),
  ];
}

/** "about 31 hours left"; never nothing, never less. */
export function countdown(due: string, words: Words, locale: Locale, now: number): string {
  const time = timeLeft(Date.parse(due) - now, locale);
  return time === undefined ? words.anyMoment : words.left(time);
}

function contactView({ contact, promise, reference, locale }: View, words: Words): Element {
  const { name, role, email, phone, hours } = contact;
  return h(
    'div',
    { class: 'contact' },
    promise ? h('h3', {}, words.owner) : h('h2', {}, words.nothingOwed),
    // What colleagues say of themselves comes in the language of the mails, whatever the page is read in.
    h('p', {}, h('strong', {}, name), ', ', h('span', { lang: locale }, role)),
    h(
      'p',
      { class: 'ways' },
      h('a', { href: `tel:${dialled(phone)}` }, words.call(phone)),
      h('a', { href: `mailto:${email}` }, words.write),
    ),
    h(
      'p',
      { class: 'muted small' },
      ...phraseAround(words.hours, h('span', { lang: locale }, hours)),
      `. ${words.reference(reference)}`,
    ),
  );
}
