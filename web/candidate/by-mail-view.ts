import type { Locale } from '../../domain/messages/locale.ts';
import { h } from '../shared/view.ts';
import type { View as Element } from '../shared/view.ts';
import { freshLinkForm } from './fresh-link.ts';
import type { Words } from './words.ts';

/** What stands where the person's own things would, for whoever opened the page without a link of our mails. */
export function byMailView(words: Words, locale: Locale): Element {
  return h(
    'section',
    { class: 'by-mail' },
    h('h2', {}, words.preferences),
    h('p', {}, words.byMail),
    h('details', {}, h('summary', {}, words.noMail), freshLinkForm(locale)),
  );
}
