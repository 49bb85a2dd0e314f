import { h, on } from '../shared/view.ts';
import type { Child, View as Element } from '../shared/view.ts';
import type { DataWords } from './data-words.ts';

export interface DataActions {
  readonly download: (as: 'page' | 'json') => void;
  readonly erase: () => void;
}

/** What a candidate may take away, and the way out. Of the person it is only with a link of our mails. */
export function dataView(words: DataWords, isAddressee: boolean, act: DataActions): Element {
  const button = (label: string, click: () => void): Element =>
    on(h('button', { type: 'button', class: 'button quiet' }, label), { click });
  return h(
    'section',
    { class: 'data' },
    h('h2', {}, words.title),
    h('p', {}, isAddressee ? words.note : words.noteOfApplication),
    h(
      'div',
      { class: 'buttons' },
      button(words.page, () => act.download('page')),
      button(words.json, () => act.download('json')),
      button(`${words.erase} …`, act.erase),
    ),
    h('p', { class: 'status', role: 'status' }),
  );
}

/** Asks once more, says what follows, and leaves the safe way out as plain as the other. */
export function eraseView(
  words: DataWords,
  act: { readonly confirm: () => void; readonly keep: () => void },
): readonly Child[] {
  return [
    h('h1', {}, words.eraseTitle),
    h('ul', {}, ...words.consequences.map((consequence) => h('li', {}, consequence))),
    h(
      'div',
      { class: 'buttons' },
      on(h('button', { type: 'button', class: 'button danger' }, words.eraseYes), { click: act.confirm }),
      on(h('button', { type: 'button', class: 'button quiet' }, words.eraseNo), { click: act.keep }),
    ),
    h('p', { class: 'status', role: 'alert' }),
  ];
}
