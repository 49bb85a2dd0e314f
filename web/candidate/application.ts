/** The candidate's page. Its key comes with the address and lives in this page's memory only. */
import type { candidateApi } from '../../domain/api/candidate.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { whileBusy } from '../shared/busy.ts';
import { now } from '../shared/clock.ts';
import { timeOfDay } from '../shared/dates.ts';
import { find } from '../shared/dom.ts';
import { textIn } from '../shared/form-data.ts';
import { languageOf } from '../shared/language.ts';
import { focusHeading, show } from '../shared/shell.ts';
import { SpokenPage } from '../shared/spoken-page.ts';
import { takeToken } from '../shared/token.ts';
import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { chooseWay, sendQuestion } from './asking.ts';
import { eraseView } from './data-view.ts';
import { dataWords } from './data-words.ts';
import { exportPage } from './export-page.ts';
import { freshLinkForm } from './fresh-link.ts';
import { overview } from './overview.ts';
import { countdown } from './promise-view.ts';
import { saveFile } from './save-file.ts';
import { withdrawView } from './withdraw-view.ts';
import { words as allWords } from './words.ts';
import type { View } from './words.ts';

let bearer = takeToken();
const page = new SpokenPage();
let view: View | undefined;

const words = () => allWords[page.locale];

/** Shows something, and remembers how, for when the language changes. */
function present(heading: string, content: () => readonly Child[]): void {
  page.present(() => {
    const brand = view?.company.name ?? words().pageTitle;
    const title = `${heading} · ${brand}`;
    show({ locale: page.locale, title, brand, words: words(), choose: page.choose }, ...content());
  });
}

async function load(): Promise<void> {
  if (bearer === undefined) return linkPage();
  try {
    view = await call<typeof candidateApi.readApplication>('GET', '/api/candidate/application', { bearer });
    overviewPage(view);
  } catch (error) {
    if (error instanceof Refused) (error.status === 404 ? gonePage : linkPage)();
    else if (error instanceof Unreachable) unreachablePage();
    else throw error;
  }
}

function overviewPage(shown: View): void {
  present(shown.job.title, () =>
    overview(shown, words(), page.locale, {
      save: (form) => void whileBusy(find(form, 'button', HTMLElement), () => save(form)),
      recommend: () => void whileBusy(find(document, '.referral button', HTMLElement), recommend),
      withdraw: askToWithdraw,
      asking: {
        send: (form) => void ask(form),
        choose: (form, wants) => void chooseWay(form, wants, bearer, page.locale),
      },
      download: (as) => void download(as),
      erase: askToErase,
    }),
  );
}

/** A good link whose application was erased. */
function gonePage(): void {
  sayOnly(
    () => dataWords[page.locale].goneTitle,
    () => dataWords[page.locale].goneText,
  );
}

function sayOnly(title: () => string, text: () => string): void {
  view = undefined;
  present(title(), () => [h('h1', {}, title()), h('p', {}, text())]);
}

/** The same for a link that expired and one that never was. */
function linkPage(): void {
  view = undefined;
  present(words().linkTitle, () => [
    h('h1', {}, words().linkTitle),
    h('p', {}, words().linkText),
    freshLinkForm(page.locale),
    h('p', {}, words().linkHelp),
  ]);
}

function unreachablePage(): void {
  present(words().unreachableTitle, () => [
    h('h1', {}, words().unreachableTitle),
    h('p', {}, words().unreachableText),
    on(h('button', { type: 'button', class: 'button' }, words().tryAgain), { click: () => void load() }),
  ]);
}

async function save(form: HTMLFormElement): Promise<void> {
  const status = find(form, '.status', HTMLElement);
  const data = new FormData(form);
  status.textContent = words().saving;
  try {
    const chosen = languageOf([textIn(data, 'locale')]);
    await call<typeof candidateApi.changePreferences>('PATCH', '/api/candidate/preferences', {
      bearer,
      body: {
        interests: data.getAll('interests'),
        consents: { offers: data.has('offers') },
        locale: chosen,
      },
    });
    const height = form.getBoundingClientRect().bottom;
    await load();
    const saved = words().saved(timeOfDay(new Date(now()).toISOString(), page.locale));
    const fresh = document.querySelector('.preferences');
    if (!fresh) return;
    find(fresh, '.status', HTMLElement).textContent = saved;
    find(fresh, 'button', HTMLElement).focus({ preventScroll: true });
    // The page is drawn anew: what was pressed stays under the finger.
    scrollBy({ top: fresh.getBoundingClientRect().bottom - height, behavior: 'instant' });
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    status.textContent = words().notSaved;
  }
}

/** Asks for the link and shows it in place of the button. */
async function recommend(): Promise<void> {
  try {
    await call<typeof candidateApi.getReferralLink>('POST', '/api/candidate/referral', { bearer, body: {} });
    await load();
    document.getElementById('referral-link')?.focus();
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    find(document, '.referral .status', HTMLElement).textContent = words().recommendFailed;
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  if (!(await sendQuestion(form, bearer, page.locale))) return;
  await load();
  const asked = [...document.querySelectorAll<HTMLElement>('.question')].at(-1);
  asked?.setAttribute('tabindex', '-1');
  asked?.focus();
}

async function download(as: 'page' | 'json'): Promise<void> {
  const data = dataWords[page.locale];
  const status = find(document, '.data .status', HTMLElement);
  status.textContent = data.preparing;
  try {
    const held = await call<typeof candidateApi.export>('GET', '/api/candidate/export', { bearer });
    const name = `hearback-${held.application.applicationId.slice(-6)}`;
    if (as === 'json') saveFile(`${name}.json`, 'application/json', JSON.stringify(held, undefined, 2));
    else saveFile(`${name}.html`, 'text/html', exportPage(held, data, page.locale));
    status.textContent = data.ready;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    status.textContent = data.failed;
  }
}

function askToErase(): void {
  history.pushState({ view: 'erase' }, '');
  erasePage();
}

function erasePage(): void {
  if (!view) return;
  present(dataWords[page.locale].eraseTitle, () =>
    eraseView(dataWords[page.locale], { confirm: () => void erase(), keep: () => history.back() }),
  );
  focusHeading();
}

async function erase(): Promise<void> {
  const status = find(document, '.status', HTMLElement);
  const buttons = [...document.querySelectorAll<HTMLElement>('.buttons .button')];
  if (buttons.some((button) => button.ariaDisabled === 'true')) return;
  for (const button of buttons) button.ariaDisabled = 'true';
  try {
    await call<typeof candidateApi.erase>('POST', '/api/candidate/erasure', { bearer, body: {} });
    history.replaceState({ view: 'overview' }, '');
    sayOnly(
      () => dataWords[page.locale].erasedTitle,
      () => dataWords[page.locale].erasedText,
    );
    focusHeading();
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    for (const button of buttons) button.ariaDisabled = null;
    status.textContent = dataWords[page.locale].failed;
  }
}

function askToWithdraw(): void {
  history.pushState({ view: 'withdraw' }, '');
  withdrawPage();
}

function withdrawPage(): void {
  if (!view) return;
  const shown = view;
  present(words().withdrawTitle, () =>
    withdrawView(shown, words(), { confirm: () => void withdraw(), keep: () => history.back() }),
  );
  focusHeading();
}

async function withdraw(): Promise<void> {
  const status = find(document, '.status', HTMLElement);
  const buttons = [...document.querySelectorAll<HTMLElement>('.buttons .button')];
  if (buttons.some((button) => button.ariaDisabled === 'true')) return;
  for (const button of buttons) button.ariaDisabled = 'true';
  try {
    await call<typeof candidateApi.withdraw>('POST', '/api/candidate/withdrawal', { bearer, body: {} });
    history.replaceState({ view: 'overview' }, '');
    await load();
    scrollTo(0, 0);
    focusHeading();
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    for (const button of buttons) button.ariaDisabled = null;
    status.textContent = error instanceof Refused ? words().withdrawTooLate : words().unreachableText;
  }
}

/** Every minute; when the date has come, what was promised has happened or has a new date. */
function tick(): void {
  const place = document.querySelector('.countdown');
  const due = view?.promise?.due;
  if (!place || due === undefined) return;
  place.textContent = countdown(due, words(), page.locale, now());
  if (Date.parse(due) <= now()) void load();
}

present(words().pageTitle, () => [
  h('h1', {}, words().pageTitle),
  h('p', { role: 'status' }, words().loading),
]);
addEventListener('popstate', (event) => {
  const state: unknown = event.state;
  const wanted = typeof state === 'object' && state !== null && 'view' in state ? state.view : undefined;
  if (wanted === 'withdraw') withdrawPage();
  else if (wanted === 'erase') erasePage();
  else if (view) {
    overviewPage(view);
    focusHeading();
  }
});
// The link of another mail, opened while this page is open, changes only what stands behind `#`.
addEventListener('hashchange', () => {
  bearer = takeToken() ?? bearer;
  void load();
});
setInterval(tick, 60_000);
void load();
