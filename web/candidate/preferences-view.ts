import type { Locale } from '../../domain/messages/locale.ts';
import { inOrder } from '../../domain/offers/in-order.ts';
import { dayAndTime } from '../shared/dates.ts';
import { languageNames, languages } from '../shared/language.ts';
import { h, on } from '../shared/view.ts';
import type { View as Element } from '../shared/view.ts';
import type { View, Words } from './words.ts';

interface Shown {
  readonly words: Words;
  readonly spoken: Locale;
  /** Gets the form when its button is pressed. */
  readonly save: (form: HTMLFormElement) => void;
}

/** What a candidate may choose at any time. */
export function preferencesView(
  { interests, consents, locale }: NonNullable<View['preferences']>,
  choices: View['choices'],
  { words, spoken, save }: Shown,
): Element {
  const form = h(
    'form',
    { class: 'preferences application' },
    choices.interests.length > 0 &&
      h(
        'fieldset',
        { class: 'field' },
        h('legend', {}, words.interests),
        h('p', { class: 'muted small' }, words.interestsNote),
        h(
          'div',
          { class: 'chips' },
          ...inOrder(choices.interests, spoken).map(({ id, names }) =>
            choice('checkbox', 'interests', id, names[spoken], interests.includes(id)),
          ),
        ),
      ),
    h(
      'fieldset',
      { class: 'field', 'data-kind': 'consent' },
      h('legend', {}, words.offers),
      consents.askedAt !== null &&
        h('p', { class: 'muted small' }, words.offersAsked(dayAndTime(consents.askedAt, spoken))),
      choice('checkbox', 'offers', 'yes', choices.consent.text[spoken], consents.offers),
    ),
    h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, words.messagesIn),
      h(
        'div',
        { class: 'choices' },
        ...languages.map((language) =>
          choice('radio', 'locale', language, languageNames[language], language === locale),
        ),
      ),
    ),
    h('button', { class: 'button quiet' }, words.save),
    h('p', { class: 'status', role: 'status' }),
  );
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) save(event.currentTarget);
  };
  return h('section', {}, h('h2', {}, words.preferences), on(form, { submit }));
}

function choice(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  label: string,
  checked: boolean,
): Element {
  return h('label', { class: 'choice' }, h('input', { type, name, value, checked }), h('span', {}, label));
}
