import type { Locale } from '../../domain/messages/locale.ts';
import { find, render } from './dom.ts';
import { languageNames, languages } from './language.ts';
import { h, on } from './view.ts';
import type { Child, View } from './view.ts';

export interface Shell {
  readonly locale: Locale;
  /** What the document is called, and what stands at its head. */
  readonly title: string;
  readonly brand: string;
  readonly words: { readonly language: string; readonly skip: string };
  /** Called with the language that was chosen; without it there is nothing to choose. */
  readonly choose?: ((locale: Locale) => void) | undefined;
}

/** Puts a page's head and content in place of what is shown, in its language. */
export function show({ locale, title, brand, words, choose }: Shell, ...content: readonly Child[]): void {
  document.documentElement.lang = locale;
  document.title = title;
  render(
    find(document, '#page', HTMLElement),
    h('a', { class: 'skip', href: '#main' }, words.skip),
    h(
      'header',
      { class: 'masthead' },
      h(
        'div',
        {},
        h('span', { class: 'wordmark' }, brand),
        choose && h('nav', { 'aria-label': words.language }, languageChoice(locale, choose)),
      ),
    ),
    h('main', { id: 'main' }, h('div', { class: 'narrow' }, ...content)),
  );
}

function languageChoice(current: Locale, choose: (locale: Locale) => void): View {
  return h(
    'ul',
    { class: 'languages' },
    ...languages.map((language) => {
      const button = h(
        'button',
        { type: 'button', lang: language, 'aria-current': language === current ? 'true' : undefined },
        languageNames[language],
      );
      return h('li', {}, on(button, { click: () => choose(language) }));
    }),
  );
}

/** Moves the focus to the heading of what was just shown, so that it is read out and Tab goes on from there. */
export function focusHeading(): void {
  const heading = find(document, 'h1', HTMLElement);
  heading.tabIndex = -1;
  heading.focus();
}
