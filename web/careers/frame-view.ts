import type { Locale } from '../../domain/messages/locale.ts';
import { languageNames, languages } from '../shared/language.ts';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { careersWords } from './careers-words.ts';
import { listAddress } from './job-view.ts';

interface Frame {
  readonly locale: Locale;
  /** The company's name. */
  readonly company: string;
  /** Whether the page is there in every language. */
  readonly chooseLanguage: boolean;
}

/** What stands at the head of each page. */
const wordmark = (company: string, locale: Locale): string => `${company} ${careersWords[locale].careers}`;

/** A page of the careers site: its head and foot around the content. */
export function framed(
  { locale, company, chooseLanguage }: Frame,
  content: readonly View[],
): readonly View[] {
  const words = careersWords[locale];
  return [
    h('a', { class: 'skip', href: '#main' }, words.skip),
    h(
      'header',
      { class: 'masthead' },
      h(
        'div',
        {},
        h('a', { class: 'wordmark', href: listAddress(locale) }, wordmark(company, locale)),
        chooseLanguage && languageChoice(locale),
      ),
    ),
    h('main', { id: 'main' }, ...content),
    h('footer', { class: 'colophon' }, h('div', {}, h('p', {}, words.colophon(company)))),
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
