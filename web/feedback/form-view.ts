import { h } from '../shared/view.ts';
import type { Child, View } from '../shared/view.ts';
import { boxes, ratings } from './words.ts';
import type { Request, Words } from './words.ts';

type Written = Request['feedback'];

/** The form with what was written so far: one rating for each published criterion, then three boxes. */
export function formView({ criteria, feedback }: Request, words: Words): View {
  return h(
    'form',
    { class: 'application feedback', novalidate: true },
    h('div', { class: 'summary', tabindex: -1, hidden: true }),
    criteria.length > 0 && h('h2', {}, words.ratings),
    ...criteria.map((criterion) => ratingView(criterion, feedback, words)),
    ...boxes.map((box) => boxView(box, feedback?.[box] ?? '', words)),
    h('button', { class: 'button' }, feedback?.givenAt === undefined ? words.send : words.sendAgain),
    h('p', { class: 'status', role: 'status' }),
  );
}

function ratingView({ id, text }: Request['criteria'][number], written: Written, words: Words): View {
  const chosen = written?.ratings?.find(({ criterion }) => criterion === id)?.rating;
  return h(
    'fieldset',
    { class: 'field', 'data-field': id, 'aria-describedby': `hb-${id}-problem` },
    h('legend', {}, text),
    problemView(id),
    h(
      'div',
      { class: 'choices' },
      ...ratings.map((rating, position) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name: `rating.${id}`,
            value: rating,
            checked: rating === chosen,
            id: position === 0 ? `hb-${id}` : undefined,
          }),
          h('span', {}, words.rating[rating]),
        ),
      ),
    ),
  );
}

function boxView(box: (typeof boxes)[number], text: string, words: Words): View {
  const { label, hint } = words.boxes[box];
  const shown: Child = box === 'forCandidate' ? h('strong', {}, hint) : hint;
  return h(
    'div',
    { class: box === 'forCandidate' ? 'field shared' : 'field', 'data-field': box },
    h('label', { for: `hb-${box}` }, label),
    h('p', { class: 'hint', id: `hb-${box}-hint` }, shown),
    problemView(box),
    h(
      'textarea',
      {
        id: `hb-${box}`,
        name: box,
        rows: 4,
        maxlength: 4000,
        'aria-describedby': `hb-${box}-hint hb-${box}-problem`,
      },
      text,
    ),
  );
}

function problemView(name: string): View {
  return h('p', { class: 'problem', id: `hb-${name}-problem`, hidden: true });
}
