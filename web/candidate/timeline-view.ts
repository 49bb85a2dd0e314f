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
    const told = toldOf(entry, letters, words, locale);
    return told === undefined
      ? []
      : [item('done', words.done, entry.at, shortDayAndTime(entry.at, locale), told)];
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

/** By time; of what happened in the same instant, sending comes first and closing last. */
function inOrder(timeline: View['timeline']): readonly Entry[] {
  const rank = ({ what }: Entry): number => (what === 'received' ? 0 : what === 'closed' ? 2 : 1);
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
  { happened, readMessage }: Words,
  locale: Locale,
): readonly Child[] | undefined {
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
      return messageViews(entry.message, letters, happened.wrote, readMessage);
    case 'interview-scheduled':
      return [happened.interview(dayAndTime(entry.startsAt, locale))];
    case 'interview-rescheduled':
      return [happened.moved];
    case 'interview-cancelled':
      return [happened.cancelled];
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
  read: string,
): readonly Child[] {
  const position = letters.findIndex((letter) => letter.message === message);
  if (position === -1) return [wrote];
  const [letter] = letters.splice(position, 1);
  if (!letter) return [wrote];
  return [
    `${wrote}: ${letter.subject}`,
    h(
      'details',
      {},
      h('summary', {}, read, h('span', { class: 'unseen' }, `: ${letter.subject}`)),
      h('div', { class: 'letter' }, letter.text),
    ),
  ];
}
