import type { Locale } from '../../domain/messages/locale.ts';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { careersWords } from './careers-words.ts';
import { listedJobView } from './job-view.ts';
import type { ListedJob } from './job-view.ts';

/** The careers page: what applicants can count on, and the open jobs. */
export function listView(locale: Locale, jobs: readonly ListedJob[]): readonly View[] {
  const words = careersWords[locale];
  return [
    h(
      'div',
      { class: 'hero' },
      h(
        'div',
        { class: 'wide' },
        h('h1', {}, words.title),
        h('p', { class: 'lead' }, words.lead),
        h(
          'dl',
          { class: 'promises' },
          ...words.promises.map(([when, what]) => h('div', {}, h('dt', {}, when), h('dd', {}, what))),
        ),
      ),
    ),
    h(
      'div',
      { class: 'wide' },
      h('h2', { id: 'jobs' }, words.jobs),
      h(
        'ul',
        { class: 'jobs', 'aria-labelledby': 'jobs' },
        ...jobs.map((job) => listedJobView(job, `/careers/${job.jobId}/`)),
      ),
      h('p', { class: 'list-status', role: 'status' }),
      // Figures of today, so only script can fill it in; without any it takes no place.
      h('section', { class: 'record', hidden: true, 'aria-labelledby': 'record' }),
      h('p', {}, h('a', { href: '/careers/developers/' }, words.forDevelopers)),
    ),
  ];
}
