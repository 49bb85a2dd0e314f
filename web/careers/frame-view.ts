import type { Locale } from '../../domain/messages/locale.ts';
import { languageNames, languages } from '../shared/language.ts';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { careersWords } from './careers-words.ts';
import { listAddress } from './job-view.ts';

/** A page of the careers site: its head and foot around the content. */
export function framed(locale: Locale, content: readonly View[], chooseLanguage: boolean): readonly View[] {
  const words = careersWords[locale];
  return [
    h('a', { class: 'skip', href: '#main' }, words.skip),
    h(
      'header',
      { class: 'masthead' },
      h(
        'div',
        {},
        h('a', { class: 'wordmark', href: listAddress(locale) }, `Shopwithus ${words.careers}`),
        chooseLanguage && languageChoice(locale),
      ),
    ),
    h('main', { id: 'main' }, ...content),
    h('footer', { class: 'colophon' }, h('div', {}, h('p', {}, words.colophon))),
  ];
}

function languageChoice(locale: Locale): View {
  return h(
    'nav',
    { 'aria-label': careersWords[locale].language },
    h(
      'ul',
      { class: 'languages' },
      ...languages.map((language) =>
        h(
          'li',
          {},
          h(
            'a',
            {
              href: listAddress(language),
              lang: language,
              hreflang: language,
              'data-language': language,
              'aria-current': language === locale ? 'true' : undefined,
            },
            languageNames[language],
          ),
        ),
      ),
    ),
  );
}
