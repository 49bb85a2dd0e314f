/** One question, after the answer. Nothing is sent before the button is pressed. */
import type { candidateApi } from '../../domain/api/candidate.ts';
import { showProblems } from '../careers/form/problems.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { find } from '../shared/dom.ts';
import { textIn } from '../shared/form-data.ts';
import { focusHeading, show } from '../shared/shell.ts';
import { SpokenPage } from '../shared/spoken-page.ts';
import { takeToken } from '../shared/token.ts';
import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { surveyView } from './survey-view.ts';
import { surveyWords } from './survey-words.ts';
import type { View } from './words.ts';

let bearer = takeToken();
const page = new SpokenPage();
let company: string | undefined;
let given = { score: '', word: '' };
const words = () => surveyWords[page.locale];

function present(content: () => readonly Child[]): void {
  page.present(() => {
    const brand = company ?? words().title;
    show(
      {
        locale: page.locale,
        title: `${words().title} · ${brand}`,
        brand,
        words: words(),
        choose: page.choose,
      },
      ...content(),
    );
    const form = document.querySelector<HTMLFormElement>('form.survey');
    if (form) listen(form);
  });
}

async function load(): Promise<void> {
  if (bearer === undefined) return linkPage();
  try {
    const view: View = await call<typeof candidateApi.readApplication>('GET', '/api/candidate/application', {
      bearer,
    });
    company = view.company.name;
    const { name } = view.company;
    if (view.outcome === null) said(() => words().tooEarly);
    else question(name);
  } catch (error) {
    if (error instanceof Refused) linkPage();
    else if (error instanceof Unreachable) unreachablePage();
    else throw error;
  }
}

function linkPage(): void {
  present(() => [h('h1', {}, words().linkTitle), h('p', {}, words().linkText)]);
}

function unreachablePage(): void {
  const again = () =>
    on(h('button', { type: 'button', class: 'button' }, words().tryAgain), { click: () => void load() });
  present(() => [h('h1', {}, words().title), h('p', {}, words().unreachable), again()]);
}

/** In place of the form. What to say is asked for again when the language changes. */
function said(title: () => string, ...more: readonly (() => Child)[]): void {
  present(() => [h('div', { class: 'note good' }, h('h1', {}, title()), ...more.map((child) => child()))]);
  focusHeading();
}

function question(name: string): void {
  present(() => [surveyView(name, given, words())]);
}

/** Back to the form with what was answered. */
function changeButton(name: string): Child {
  const button = h('button', { type: 'button', class: 'button quiet' }, words().change);
  return on(button, { click: () => question(name) });
}

function listen(form: HTMLFormElement): void {
  form.addEventListener('input', () => {
    const data = new FormData(form);
    given = { score: textIn(data, 'score'), word: textIn(data, 'word') };
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = find(form, 'button', HTMLButtonElement);
  const status = find(form, '.status', HTMLElement);
  if (button.ariaDisabled === 'true') return;
  showProblems(form, new Map(given.score === '' ? [['score', words().choose]] : []), words());
  if (given.score === '') return;
  button.ariaDisabled = 'true';
  status.textContent = words().sending;
  const word = given.word.trim();
  try {
    await call<typeof candidateApi.answerSurvey>('POST', '/api/candidate/survey', {
      bearer,
      body: { score: Number(given.score), ...(word !== '' && { word }) },
    });
    said(
      () => words().thanks,
      () => h('p', {}, words().thanksMore),
      () => changeButton(company ?? ''),
    );
  } catch (error) {
    button.ariaDisabled = null;
    if (error instanceof Unreachable) status.textContent = words().unreachable;
    else if (error instanceof Refused && error.status === 409) said(() => words().over);
    else if (error instanceof Refused) linkPage();
    else throw error;
  }
}

present(() => [h('h1', {}, words().title), h('p', { role: 'status' }, words().loading)]);
addEventListener('hashchange', () => {
  bearer = takeToken() ?? bearer;
  void load();
});
void load();
