/** All applications of whoever was sent a fresh link, and the way to have all of it erased. */
import type * as z from 'zod';
import type { personApi } from '../../domain/api/person.ts';
import { call, Refused, Unreachable } from '../shared/api.ts';
import { dayAndTime } from '../shared/dates.ts';
import { find } from '../shared/dom.ts';
import { focusHeading, show } from '../shared/shell.ts';
import { SpokenPage } from '../shared/spoken-page.ts';
import { takeToken } from '../shared/token.ts';
import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { freshLinkForm } from './fresh-link.ts';
import { linkWords } from './link-words.ts';
import { words as pageWords } from './words.ts';

type Listed = z.output<typeof personApi.listApplications.reply.body>;

let bearer = takeToken();
const page = new SpokenPage();
let listed: Listed | undefined;

const words = () => linkWords[page.locale];

function present(title: () => string, content: () => readonly Child[]): void {
  page.present(() => {
    const brand = listed?.company.name ?? words().title;
    show(
      {
        locale: page.locale,
        title: `${title()} · ${brand}`,
        brand,
        words: pageWords[page.locale],
        choose: page.choose,
      },
      h('h1', {}, title()),
      ...content(),
    );
  });
}

async function load(): Promise<void> {
  if (bearer === undefined) return linkPage();
  try {
    listed = await call<typeof personApi.listApplications>('GET', '/api/candidate/applications', { bearer });
    listPage(listed);
  } catch (error) {
    if (error instanceof Refused) linkPage();
    else if (error instanceof Unreachable)
      present(
        () => words().title,
        () => [h('p', {}, words().failed)],
      );
    else throw error;
  }
}

function linkPage(): void {
  present(
    () => pageWords[page.locale].linkTitle,
    () => [h('p', {}, pageWords[page.locale].linkText), freshLinkForm(page.locale)],
  );
}

function listPage({ applications }: Listed): void {
  present(
    () => words().title,
    () => [
      ...applications.map(({ jobTitle, jobLocale, submittedAt, reference, stage, outcome, token }) =>
        h(
          'article',
          { class: 'interview' },
          h('h2', { lang: jobLocale }, h('a', { href: `/application#${token}` }, jobTitle)),
          h('p', {}, pageWords[page.locale].stands[stage === 'closed' ? (outcome ?? 'closed') : stage]),
          h(
            'p',
            { class: 'muted small' },
            `${words().sentOn(dayAndTime(submittedAt, page.locale))} · ${words().reference(reference)}`,
          ),
        ),
      ),
      ...(applications.length === 0
        ? [h('p', {}, words().none)]
        : [
            h(
              'section',
              {},
              h('h2', {}, words().everything),
              h('p', {}, words().everythingNote),
              on(h('button', { type: 'button', class: 'button quiet' }, `${words().everything} …`), {
                click: erasePage,
              }),
            ),
          ]),
    ],
  );
}

function erasePage(): void {
  present(
    () => words().everythingTitle,
    () => [
      h('ul', {}, ...words().consequences.map((consequence) => h('li', {}, consequence))),
      h(
        'div',
        { class: 'buttons' },
        on(h('button', { type: 'button', class: 'button danger' }, words().yes), {
          click: () => void erase(),
        }),
        on(h('button', { type: 'button', class: 'button quiet' }, words().no), { click: () => void load() }),
      ),
      h('p', { class: 'status', role: 'alert' }),
    ],
  );
  focusHeading();
}

async function erase(): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLElement>('.buttons .button')];
  if (buttons.some((button) => button.ariaDisabled === 'true')) return;
  for (const button of buttons) button.ariaDisabled = 'true';
  try {
    await call<typeof personApi.eraseEverything>('POST', '/api/candidate/erasure/everything', {
      bearer,
      body: {},
    });
    present(
      () => words().erasedTitle,
      () => [h('p', {}, words().erasedText)],
    );
    focusHeading();
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
    for (const button of buttons) button.ariaDisabled = null;
    find(document, '.status', HTMLElement).textContent = words().failed;
  }
}

present(
  () => words().title,
  () => [h('p', { role: 'status' }, words().loading)],
);
addEventListener('hashchange', () => {
  bearer = takeToken() ?? bearer;
  void load();
});
void load();
