import type { Locale } from '../../domain/messages/locale.ts';
import { dayAndTime, shortDayAndTime } from '../shared/dates.ts';
import { h } from '../shared/view.ts';
import type { Child, View as Element } from '../shared/view.ts';
import type { View, Words } from './words.ts';

type Entry = View['timeline'][number];

/** What has happened, oldest first, and last what is promised next. */
export function timelineView(view: View, words: Words, locale: Locale): Element {
  const { promise } = view;
  const letters = [...view.letters];
  const past = inOrder(view.timeline).flatMap((entry) => {
    const told = toldOf(entry, letters, words, locale, view.locale);
    return told === undefined
      ? []
      : [
          item(
            entry.what === 'promise-broken' ? 'done broken' : 'done',
            words.done,
            entry.at,
            shortDayAndTime(entry.at, locale),
            told,
          ),
        ];
  });
  return h(
    'section',
    {},
    h('h2', {}, words.timeline),
    h(
      'ol',
      { class: 'timeline' },
      ...past,
      promise !== null &&
        item('next', words.toCome, promise.due, shortDayAndTime(promise.due, locale), [
          h('strong', {}, words.upcoming[promise.kind]),
        ]),
    ),
  );
}

/** What comes first of things that happened in the same instant; what is not named comes in between. */
const order: Partial<Record<Entry['what'], number>> = {
  received: 0,
  'promise-broken': 1,
  'promise-extended': 2,
  'stage-changed': 3,
  'message-sent': 8,
  closed: 9,
};

/** By time, and causes before what follows from them. */
function inOrder(timeline: View['timeline']): readonly Entry[] {
  const rank = ({ what }: Entry): number => order[what] ?? 5;
  return timeline.toSorted((one, other) =>
    one.at === other.at ? rank(one) - rank(other) : one.at < other.at ? -1 : 1,
  );
}

function item(state: string, status: string, at: string, when: string, told: readonly Child[]): Element {
  return h(
    'li',
    { class: state },
    h('span', { class: 'unseen' }, `${status}: `),
    h('div', { class: 'told' }, ...told),
    h('time', { datetime: at, class: 'muted small' }, when),
  );
}

/** An entry in words, or undefined for what says nothing that another entry does not. */
function toldOf(
  entry: Entry,
  letters: View['letters'],
  words: Words,
  locale: Locale,
  lettersIn: Locale,
): readonly Child[] | undefined {
  const { happened } = words;
  switch (entry.what) {
    case 'received':
      return [happened.received];
    case 'promise-broken':
      return [h('strong', { class: 'missed' }, happened.broken)];
    case 'promise-extended':
      return [happened.extended(dayAndTime(entry.due, locale))];
    case 'stage-changed':
      return entry.to === 'withdrawn' || entry.to === 'closed' ? undefined : [happened.stage[entry.to]];
    case 'message-sent':
      return messageViews(entry.message, letters, happened.wrote, lettersIn);
    case 'interview-scheduled':
      return [happened.interview(dayAndTime(entry.startsAt, locale))];
    case 'interview-rescheduled':
      return [happened.moved];
    case 'interview-cancelled':
      return [happened.cancelled];
    case 'question-asked':
      return [happened.asked[entry.wants]];
    case 'preferences-changed':
      return [happened.preferences];
    case 'withdrawn':
      return [happened.withdrawn];
    case 'closed':
      return [happened.closed];
    case 'promise-made':
    case 'promise-kept':
      return undefined;
  }
}

/** A message with its text to unfold; each letter is shown once, in the order in which they went out. */
function messageViews(
  message: string,
  letters: View['letters'],
  wrote: string,
  lang: Locale,
): readonly Child[] {
  const position = letters.findIndex((letter) => letter.message === message);
  const [letter] = position === -1 ? [] : letters.splice(position, 1);
  if (!letter) return [wrote];
  return [
    wrote,
    h(
      'details',
      {},
      h('summary', { lang }, letter.subject),
      h('div', { class: 'letter', lang }, letter.text),
    ),
  ];
}
