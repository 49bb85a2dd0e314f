import type { Locale } from '../../domain/messages/locale.ts';
import { careersWords } from '../../web/careers/careers-words.ts';
import { framed } from '../../web/careers/frame-view.ts';
import { formView } from '../../web/careers/form/form-view.ts';
import { jobView, listAddress } from '../../web/careers/job-view.ts';
import type { Offering } from '../../web/careers/job-view.ts';
import { listView } from '../../web/careers/list-view.ts';
import { developersView, embeddedView } from '../../web/careers/developers-view.ts';
import { documentOf } from '../../web/shared/document.ts';
import { languages } from '../../web/shared/language.ts';
import { h } from '../../web/shared/view.ts';
import type { View } from '../../web/shared/view.ts';
import type { SiteFile } from '../build-web.ts';
import type { Bundle } from './bundles.ts';

/**
 * The careers site: the list in each language and the page that looks a job up. Jobs that are known beforehand, as the
 * sample company's are on the laptop, have pages of their own, and the first shows the other ways to a form.
 */
export function careersPages(
  company: string,
  offerings: readonly Offering[],
  bundles: { readonly script: Bundle; readonly style: Bundle },
): SiteFile[] {
  const script = `/${bundles.script.path}`;
  const style = `/${bundles.style.path}`;
  const [sample] = offerings;
  const page = (
    path: string,
    lang: Locale,
    title: string,
    body: readonly View[],
    own?: string,
    description?: string,
  ): SiteFile => ({
    path: `${path.slice(1)}index.html`,
    contents: documentOf({ lang, title: `${title} · ${company}`, description, style, script: own, body }),
  });
  const narrow = (lang: Locale, ...content: readonly View[]): readonly View[] =>
    framed({ locale: lang, company, chooseLanguage: false }, [h('div', { class: 'narrow' }, ...content)]);

  const jobs = offerings.map(({ job }) => job);
  const lists = languages.map((lang) => ({
    lang,
    body: framed({ locale: lang, company, chooseLanguage: true }, listView(lang, jobs)),
  }));
  const listPage = (path: string, { lang, body }: (typeof lists)[number]): SiteFile =>
    page(path, lang, careersWords[lang].careers, body, script, careersWords[lang].lead);
  return [
    ...lists.map((list) => listPage(listAddress(list.lang), list)),
    ...lists.slice(0, 1).map((list) => listPage('/', list)),
    ...offerings.map((offering) => {
      const { jobId, locale, title, description } = offering.job;
      const body = narrow(locale, jobView(offering));
      return page(`/careers/${jobId}/`, locale, title, body, script, description);
    }),
    page(
      '/careers/job/',
      'en',
      careersWords.en.careers,
      narrow(
        'en',
        h('div', { 'data-page': 'job' }, h('noscript', {}, 'This page needs script to look up the job.')),
      ),
      script,
    ),
    page(
      '/careers/developers/',
      'en',
      'Put the form on your site',
      narrow('en', ...developersView(sample !== undefined)),
    ),
    ...(sample
      ? [
          page(
            '/careers/plain/',
            'en',
            'A plain form',
            narrow('en', h('h1', { lang: sample.job.locale }, sample.job.title), formView(sample)),
          ),
          page('/careers/embedded/', 'en', 'The embed', embeddedView(sample), '/embed/hearback-apply.js'),
        ]
      : []),
    { path: 'icon.svg', contents: icon },
    {
      path: '404.html',
      contents: documentOf({ lang: 'en', title: 'No such page', style, body: narrow('en', ...missing) }),
    },
  ];
}

const missing = [
  h('h1', {}, 'There is no such page'),
  h(
    'p',
    {},
    'The address may be incomplete. Links in our mails stand alone on a line; please copy all of it.',
  ),
  h('p', {}, h('a', { href: '/careers/' }, 'See our open jobs')),
];

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5c8a" d="M8 1a7 7 0 1 1 0 14H3a2 2 0 0 1-2-2V8a7 7 0 0 1 7-7z"/></svg>\n';
