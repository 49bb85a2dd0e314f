/** The careers site, with script: lists what is open now, and makes every application form kind. */
import type { figuresApi } from '../../domain/api/figures.ts';
import type { intakeApi } from '../../domain/api/intake.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { chooseLanguage, chosenLanguage } from '../shared/chosen-language.ts';
import { find, render } from '../shared/dom.ts';
import { languageOf } from '../shared/language.ts';
import { h } from '../shared/view.ts';
import { careersWords } from './careers-words.ts';
import { enhance } from './form/enhance.ts';
import { framed } from './frame-view.ts';
import { keepingRecommendation } from './form/recommended.ts';
import { recordView } from './record-view.ts';
import { jobView, listAddress, listedJobView } from './job-view.ts';

const words = careersWords[languageOf([document.documentElement.lang])];

/** Puts the jobs that are open now in place of those the page was built with. */
async function refresh(list: HTMLElement): Promise<void> {
  const built = new Set(
    [...list.querySelectorAll<HTMLElement>('[data-job]')].map((job) => job.dataset['job']),
  );
  const status = find(document, '.list-status', HTMLElement);
  try {
    const { jobs } = await call<typeof intakeApi.listJobs>('GET', '/api/jobs');
    const address = (id: string): string =>
      keepingRecommendation(built.has(id) ? `/careers/${id}/` : `/careers/job/?id=${id}`);
    render(list, ...jobs.map((job) => listedJobView(job, address(job.jobId))));
    status.textContent = jobs.length === 0 ? words.noJobs : '';
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    status.textContent = words.unreachable;
  }
}

/** Tells how candidates were served, as far as enough of them stand behind it. Nobody misses it when it cannot be read. */
async function tellRecord(place: HTMLElement): Promise<void> {
  try {
    const record = await call<typeof figuresApi.readPublishedRecord>('GET', '/api/record');
    const told = recordView(record, languageOf([document.documentElement.lang]));
    render(place, ...told);
    place.hidden = told.length === 0;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
  }
}

/** Shows the job that the address asks for. */
async function showJob(place: HTMLElement): Promise<void> {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  try {
    const offering = await call<typeof intakeApi.readJob>('GET', `/api/jobs/${encodeURIComponent(id)}`);
    const { job, company } = offering;
    document.title = `${job.title} · ${company.name}`;
    document.documentElement.lang = job.locale;
    // The page was built before anybody knew which job, and perhaps under another name.
    render(
      document.body,
      ...framed({ locale: job.locale, company: company.name, chooseLanguage: false }, [
        h('div', { class: 'narrow' }, jobView(offering)),
      ]),
    );
    enhance(find(document, 'form.application', HTMLFormElement), '');
    keepRecommendation();
  } catch (error) {
    const known = error instanceof Refused || error instanceof Unreachable;
    if (!known) throw error;
    const said = error instanceof Refused ? words.noSuchJob : words.unreachable;
    render(place, h('h1', {}, said), h('p', {}, h('a', { href: '/careers/' }, words.allJobs)));
  }
}

/** Follows the browser's language, unless somebody chose one here. */
function followLanguage(): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-language]')) {
    link.addEventListener('click', () => chooseLanguage(languageOf([link.dataset['language'] ?? null])));
  }
  const wanted = chosenLanguage();
  const isList = document.querySelector('.jobs') !== null;
  if (isList && wanted !== document.documentElement.lang)
    location.replace(keepingRecommendation(listAddress(wanted)));
}

/** Whoever came by a friend's link keeps its code wherever they go on the careers site. */
function keepRecommendation(): void {
  for (const link of document.querySelectorAll('a[href^="/careers/"]'))
    link.setAttribute('href', keepingRecommendation(link.getAttribute('href') ?? ''));
}

keepRecommendation();
followLanguage();
for (const form of document.querySelectorAll<HTMLFormElement>('form.application')) enhance(form, '');
const list = document.querySelector<HTMLElement>('.jobs');
if (list) void refresh(list);
const place = document.querySelector<HTMLElement>('[data-page="job"]');
if (place) void showJob(place);
const recordPlace = document.querySelector<HTMLElement>('.record');
if (recordPlace) void tellRecord(recordPlace);
