import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import type { SurveyWords } from './survey-words.ts';

/** The answer while it is being given; kept when the language changes. */
export interface Given {
  readonly score: string;
  readonly word: string;
}

/** The one question: eleven numbers, and a box nobody has to fill in. */
export function surveyView(company: string, { score, word }: Given, words: SurveyWords): View {
  const numbers = Array.from({ length: 11 }, (_, number) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'score',
        value: number,
        checked: score === String(number),
        id: number === 0 ? 'hb-score' : undefined,
      }),
      h('span', {}, String(number)),
    ),
  );
  return h(
    'form',
    { class: 'application survey', novalidate: true },
    h('div', { class: 'summary', tabindex: -1, hidden: true }),
    h(
      'fieldset',
      { class: 'field', 'data-field': 'score', 'aria-describedby': 'hb-score-problem hb-score-ends' },
      h('legend', {}, h('h1', {}, words.question(company))),
      h('p', { class: 'problem', id: 'hb-score-problem', hidden: true }),
      h('p', { class: 'hint', id: 'hb-score-ends' }, `${words.least} ${words.most}`),
      h('div', { class: 'choices scale' }, ...numbers),
    ),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'hb-word' }, words.word),
      h('textarea', { id: 'hb-word', name: 'word', rows: 3, maxlength: 500 }, word),
    ),
    h('button', { class: 'button' }, words.send),
    h('p', { class: 'status', role: 'status' }),
    h('p', { class: 'aside' }, words.note),
  );
}
