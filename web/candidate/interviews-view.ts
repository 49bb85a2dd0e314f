import type { Locale } from '../../domain/messages/locale.ts';
import { dayAndTime, ownZone, zoneName } from '../shared/dates.ts';
import { phraseAround } from '../shared/phrase.ts';
import { h } from '../shared/view.ts';
import type { Child, View as Element } from '../shared/view.ts';
import type { View, Words } from './words.ts';

type Interview = View['interviews'][number];

/** The interviews with when, where and who, and the feedback that a person approved. */
export function interviewsView(view: View, words: Words, locale: Locale): Element | undefined {
  const { interviews } = view;
  if (interviews.length === 0) return undefined;
  return h(
    'section',
    {},
    h('h2', {}, words.interviews),
    ...interviews.map((interview) => interviewView(interview, words, locale, view.locale)),
  );
}

function interviewView(interview: Interview, words: Words, locale: Locale, lang: Locale): Element {
  const { startsAt, minutes, zone, place, videoUrl, bring, status, interviewers, feedback } = interview;
  const there = dayAndTime(startsAt, locale, zone);
  const here = dayAndTime(startsAt, locale);
  return h(
    'article',
    { class: status === 'cancelled' ? 'interview cancelled' : 'interview' },
    h('h3', {}, h('time', { datetime: startsAt }, there)),
    status === 'cancelled' && h('p', { class: 'missed' }, words.cancelledInterview),
    h('p', { class: 'muted small' }, `${zoneName(startsAt, locale, zone)} · ${words.minutes(minutes)}`),
    zone !== ownZone() && here !== there && h('p', {}, words.yours(here)),
    place !== undefined && h('p', {}, place),
    videoUrl !== undefined && h('p', {}, h('a', { href: videoUrl, rel: 'noreferrer' }, words.video)),
    interviewers.length > 0 &&
      h('p', {}, ...phraseAround(words.with, ...namesOf(interviewers, locale, lang))),
    bring !== undefined && h('p', {}, `${words.bring}: `, h('span', { lang }, bring)),
    feedback &&
      h(
        'div',
        { class: 'note good' },
        h('h2', {}, words.feedback),
        h('h3', {}, words.strengths),
        h('ul', { lang }, ...feedback.strengths.map((sentence) => h('li', {}, sentence))),
        h('h3', {}, words.improvements),
        h('ul', { lang }, ...feedback.improvements.map((sentence) => h('li', {}, sentence))),
      ),
  );
}

/** "Tom Becker (Shop manager) and Ana Ruiz (Recruiter)", roles in the language of the mails. */
function namesOf(people: Interview['interviewers'], locale: Locale, lang: Locale): readonly Child[] {
  const parts = new Intl.ListFormat(locale).formatToParts(people.map((_, position) => String(position)));
  return parts.flatMap(({ type, value }): Child[] => {
    const person = type === 'element' ? people[Number(value)] : undefined;
    return person ? [`${person.name} (`, h('span', { lang }, person.role), ')'] : [value];
  });
}
