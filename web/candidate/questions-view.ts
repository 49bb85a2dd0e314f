import type { Locale } from '../../domain/messages/locale.ts';
import { dayAndTime, timeOfDay } from '../shared/dates.ts';
import { h, on } from '../shared/view.ts';
import type { View as Element } from '../shared/view.ts';
import { questionWords } from './question-words.ts';
import type { QuestionWords } from './question-words.ts';
import type { View } from './words.ts';

type Question = View['questions'][number];

/** As many may wait at a time; the API says the same to whoever asks anyway. */
const mostOpen = 3;

export interface Asking {
  /** Sends the form that was filled in. */
  readonly send: (form: HTMLFormElement) => void;
  /** A way of answering was chosen. */
  readonly choose: (form: HTMLFormElement, wants: string) => void;
}

/** What the candidate asked, each with its own date, and the way to ask more. */
export function questionsView(view: View, locale: Locale, asking: Asking): Element | undefined {
  const { questions, stage, outcome } = view;
  const words = questionWords[locale];
  const mayAsk = stage !== 'withdrawn' && outcome !== 'withdrawn';
  if (!mayAsk && questions.length === 0) return undefined;
  const open = questions.filter(({ status }) => status === 'open').length;
  return h(
    'section',
    { class: 'questions' },
    h('h2', {}, words.title),
    ...questions.map((question) => questionView(question, words, locale)),
    mayAsk && open >= mostOpen && h('p', {}, words.enough),
    mayAsk && open < mostOpen && h('p', {}, words.note),
    mayAsk && open < mostOpen && askForm(words, asking),
  );
}

function questionView(question: Question, words: QuestionWords, locale: Locale): Element {
  const { text, askedAt, due, firstDue, status, person, answer } = question;
  const isLate = status === 'open' && due !== firstDue;
  return h(
    'article',
    { class: 'question' },
    h('p', { class: 'muted small' }, words.asked(dayAndTime(askedAt, locale))),
    h('p', { class: 'letter' }, text),
    isLate && h('p', { class: 'late' }, words.late(dayAndTime(firstDue, locale))),
    h(
      'p',
      {},
      h('strong', {}, stateOf(question, words, locale)),
      person.role && status === 'open' && ` (${person.role})`,
    ),
    answer && h('div', { class: 'letter' }, answer.text),
  );
}

function stateOf(
  { status, due, firstDue, window, person }: Question,
  words: QuestionWords,
  locale: Locale,
): string {
  const { name } = person;
  switch (status) {
    case 'open':
      return window && due === firstDue
        ? words.callsIn(name, windowText(window, locale))
        : words.answersBy(name, dayAndTime(due, locale));
    case 'withdrawn':
      return words.withdrawn;
    case 'answered':
    case 'called':
    case 'released':
      return words[status](name);
  }
}

/** "Thursday 5 March at 14:00 – 16:00", where the reader is. */
export function windowText({ from, to }: { from: string; to: string }, locale: Locale): string {
  return `${dayAndTime(from, locale)} – ${timeOfDay(to, locale)}`;
}

function askForm(words: QuestionWords, { send, choose }: Asking): Element {
  const wants = (value: 'answer' | 'call') =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name: 'wants', value, checked: value === 'answer' }),
      h('span', {}, words.wants[value]),
    );
  const form = h(
    'form',
    { class: 'ask application', novalidate: true },
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'ask-text' }, words.question),
      h('textarea', { id: 'ask-text', name: 'text', rows: 4, maxlength: 2000, required: true }),
    ),
    h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, words.how),
      h('div', { class: 'choices' }, wants('answer'), wants('call')),
    ),
    h(
      'div',
      { class: 'call', hidden: true },
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'ask-phone' }, words.phone),
        h('input', { id: 'ask-phone', name: 'phone', type: 'tel', autocomplete: 'tel', maxlength: 40 }),
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'ask-window' }, words.window),
        h('select', { id: 'ask-window', name: 'window' }),
      ),
    ),
    h('button', { class: 'button' }, words.send),
    h('p', { class: 'status', role: 'status' }),
  );
  const of = (event: Event): HTMLFormElement | undefined =>
    event.currentTarget instanceof HTMLFormElement ? event.currentTarget : undefined;
  return on(form, {
    submit: (event) => {
      event.preventDefault();
      const filled = of(event);
      if (filled) send(filled);
    },
    change: (event) => {
      const filled = of(event);
      const { target } = event;
      if (filled && target instanceof HTMLInputElement && target.name === 'wants')
        choose(filled, target.value);
    },
  });
}
