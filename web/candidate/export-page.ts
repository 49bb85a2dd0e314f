import type * as z from 'zod';
import type { candidateApi } from '../../domain/api/candidate.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { dateAndTime, day } from '../shared/dates.ts';
import { toHtml } from '../shared/html.ts';
import { languageNames } from '../shared/language.ts';
import { h } from '../shared/view.ts';
import type { Child, View } from '../shared/view.ts';
import type { DataWords } from './data-words.ts';

type Export = z.output<typeof candidateApi.export.reply.body>;
type Sheet = DataWords['sheet'];

/** It is read from a disk, far from this site's style sheets. */
const style =
  'body{overflow-wrap:anywhere;font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}dt{font-weight:650}dd{margin:0 0 .5rem}pre{white-space:pre-wrap;font:inherit;padding:1rem;border:1px solid}';

/** A candidate's data as a page of its own, to keep and to print. */
export function exportPage(data: Export, { sheet }: DataWords, locale: Locale): string {
  const title = `${sheet.title} · ${data.company.name}`;
  const body = [
    h('h1', {}, title),
    h('p', {}, `${sheet.madeAt} ${dateAndTime(data.madeAt, locale)}`),
    ...you(data, sheet, locale),
    ...applied(data, sheet, locale),
    ...interviews(data, sheet, locale),
    ...questions(data, sheet, locale),
    ...thanked(data, sheet, locale),
    ...messages(data, sheet, locale),
    h('h2', {}, sheet.history),
    h(
      'ul',
      {},
      ...data.events.map(({ at, type, actor, detail }) =>
        h(
          'li',
          {},
          `${dateAndTime(at, locale)} · ${type} (${actor === 'you' ? sheet.byYou : sheet.byUs}) ${factsOf(detail)}`,
        ),
      ),
    ),
    h('p', {}, sheet.rest),
  ];
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('title', {}, title),
    h('style', {}, style),
  );
  return `<!doctype html>\n${toHtml(h('html', { lang: locale }, head, h('body', {}, ...body)))}\n`;
}

function factsOf(detail: Export['events'][number]['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}

function list(...entries: readonly (readonly [string, string | undefined])[]): View {
  return h(
    'dl',
    {},
    ...entries.flatMap(([name, value]): Child[] =>
      value === undefined || value === '' ? [] : [h('dt', {}, name), h('dd', {}, value)],
    ),
  );
}

function you({ application, person }: Export, sheet: Sheet, locale: Locale): Child[] {
  const { candidate } = application;
  const { locale: written, interests } = person ?? application;
  return [
    h('h2', {}, sheet.you),
    list(
      [sheet.name, candidate.name],
      [sheet.email, candidate.email],
      [sheet.phone, candidate.phone],
      [sheet.language, languageNames[written]],
      [sheet.interests, interests.map(({ names }) => names[locale]).join(', ')],
    ),
  ];
}

function applied({ application, person }: Export, sheet: Sheet, locale: Locale): Child[] {
  const { job, submittedAt, answers, resumeKey } = application;
  return [
    h('h2', {}, sheet.application),
    list(
      [sheet.job, `${job.title}, ${job.location}`],
      [sheet.sentAt, dateAndTime(submittedAt, locale)],
      [sheet.resume, resumeKey === undefined ? sheet.no : sheet.yes],
    ),
    h('h2', {}, sheet.answers),
    list(...answers.map(({ question, answer }) => [question, answer ? sheet.yes : sheet.no] as const)),
    ...(person
      ? [
          h('h2', {}, sheet.consents),
          list(
            ...person.consents.map(
              ({ at, given, source }) =>
                [dateAndTime(at, locale), `${given ? sheet.agreed : sheet.refused} (${source})`] as const,
            ),
            ...(person.offersAskedAt === undefined
              ? []
              : [[dateAndTime(person.offersAskedAt, locale), sheet.asked] as const]),
          ),
        ]
      : []),
  ];
}

function interviews(data: Export, sheet: Sheet, locale: Locale): Child[] {
  if (data.interviews.length === 0) return [];
  return [
    h('h2', {}, sheet.interviews),
    ...data.interviews.flatMap(({ startsAt, zone, place, videoUrl, interviewers, feedback }) => [
      h('h3', {}, dateAndTime(startsAt, locale, zone)),
      list(
        [sheet.with, interviewers.join(', ')],
        ['', place ?? videoUrl],
        [sheet.strengths, feedback?.strengths.join(' ')],
        [sheet.improvements, feedback?.improvements.join(' ')],
      ),
    ]),
  ];
}

function questions(data: Export, sheet: Sheet, locale: Locale): Child[] {
  if (data.questions.length === 0) return [];
  return [
    h('h2', {}, sheet.questions),
    ...data.questions.flatMap(({ askedAt, text, phone, window, answer, person }) => [
      h('h3', {}, dateAndTime(askedAt, locale)),
      h('pre', {}, text),
      list(
        [sheet.phone, phone],
        [
          sheet.callBetween,
          window && `${dateAndTime(window.from, locale)} – ${dateAndTime(window.to, locale)}`,
        ],
        [`${person}${answer ? `, ${dateAndTime(answer.at, locale)}` : ''}`, answer?.text ?? sheet.unanswered],
      ),
    ]),
  ];
}

function thanked({ offer, referral, survey }: Export, sheet: Sheet, locale: Locale): Child[] {
  return [
    ...(offer
      ? [
          h('h2', {}, sheet.offer),
          h('p', {}, `${offer.code}, ${sheet.validUntil} ${day(offer.expiresOn, locale)}`),
        ]
      : []),
    ...(referral
      ? [h('h2', {}, sheet.referral), list([dateAndTime(referral.createdAt, locale), referral.url])]
      : []),
    ...(survey
      ? [
          h('h2', {}, sheet.survey),
          list([dateAndTime(survey.at, locale), `${survey.score}${survey.word ? `: ${survey.word}` : ''}`]),
        ]
      : []),
  ];
}

function messages(data: Export, sheet: Sheet, locale: Locale): Child[] {
  return [
    h('h2', {}, sheet.messages),
    ...data.messages.flatMap(({ at, message, subject, text }) => [
      h('h3', {}, `${dateAndTime(at, locale)} · ${subject ?? `${message} (${sheet.notSent})`}`),
      text !== undefined && h('pre', {}, text),
    ]),
  ];
}
