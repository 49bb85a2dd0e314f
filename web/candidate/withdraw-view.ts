import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import type { View, Words } from './words.ts';

/** Asks once more, says what follows, and leaves the safe way out as plain as the other. */
export function withdrawView(
  { job }: View,
  words: Words,
  act: { readonly confirm: () => void; readonly keep: () => void },
): readonly Child[] {
  return [
    h('h1', {}, words.withdrawTitle),
    h('p', { class: 'place', lang: job.locale }, job.title),
    h('ul', {}, ...words.withdrawConsequences.map((consequence) => h('li', {}, consequence))),
    h(
      'div',
      { class: 'buttons' },
      on(h('button', { type: 'button', class: 'button danger' }, words.withdrawYes), { click: act.confirm }),
      on(h('button', { type: 'button', class: 'button quiet' }, words.withdrawNo), { click: act.keep }),
    ),
    h('p', { class: 'status', role: 'alert' }),
  ];
}
