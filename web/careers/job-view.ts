import type { intakeApi } from '../../domain/api/intake.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import type * as z from 'zod';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { careersWords } from './careers-words.ts';
import { formView } from './form/form-view.ts';
import { formWords } from './form/form-words.ts';

/** What the API says about one job. */
export type Offering = z.output<typeof intakeApi.readJob.reply.body>;
/** What the API says about each open job. */
export type ListedJob = z.output<typeof intakeApi.listJobs.reply.body>['jobs'][number];

/** The careers list in a language. */
export function listAddress(locale: Locale): string {
  return locale === 'en' ? '/careers/' : `/careers/${locale}/`;
}

/** A job with all that an applicant wants to know before applying, and the form. */
export function jobView(offering: Offering): View {
  const { job, promise } = offering;
  const words = careersWords[job.locale];
  return h(
    'div',
    { class: 'job', lang: job.locale },
    h('p', { class: 'back' }, h('a', { href: listAddress(job.locale) }, words.allJobs)),
    h('h1', {}, job.title),
    h('p', { class: 'place' }, job.location),
    h('div', { class: 'note good' }, h('h2', {}, formWords[job.locale].promise), h('p', {}, promise.words)),
    ...job.description.split(/\n{2,}/).map((paragraph) => h('p', {}, paragraph)),
    h('h2', {}, words.criteria),
    h('ul', { class: 'criteria' }, ...job.criteria.map(({ text }) => h('li', {}, text))),
    h('p', { class: 'muted small' }, words.criteriaNote),
    h('h2', { id: 'apply' }, words.apply),
    formView(offering),
  );
}

/** One job in the list. */
export function listedJobView({ jobId, title, location, locale }: ListedJob, address: string): View {
  return h(
    'li',
    { 'data-job': jobId, lang: locale },
    h('a', { href: address }, title),
    h('span', {}, location),
  );
}
