import type { Locale } from '../../domain/messages/locale.ts';
import { now } from '../shared/clock.ts';
import { h, on } from '../shared/view.ts';
import type { Child } from '../shared/view.ts';
import { byMailView } from './by-mail-view.ts';
import { dataView } from './data-view.ts';
import type { DataActions } from './data-view.ts';
import { dataWords } from './data-words.ts';
import { interviewsView } from './interviews-view.ts';
import { offerView } from './offer-view.ts';
import { preferencesView } from './preferences-view.ts';
import { promiseView } from './promise-view.ts';
import { referralView } from './referral-view.ts';
import { questionsView } from './questions-view.ts';
import type { Asking } from './questions-view.ts';
import { timelineView } from './timeline-view.ts';
import type { View, Words } from './words.ts';

/** How long after applying the page still says thank you first, in milliseconds. */
const justApplied = 10 * 60_000;

export interface Actions extends DataActions {
  readonly save: (form: HTMLFormElement) => void;
  readonly recommend: () => void;
  readonly withdraw: () => void;
  readonly asking: Asking;
}

/** The whole application on one page: the date first, then who owes it. */
export function overview(view: View, words: Words, locale: Locale, actions: Actions): readonly Child[] {
  const { job, stage, outcome, meetsAllCriteria, submittedAt, promise, preferences, choices } = view;
  const open = promise !== null;
  const stands = words.stands[stage === 'closed' ? (outcome ?? 'closed') : stage];
  return [
    now() - Date.parse(submittedAt) < justApplied && open && banner(view, words),
    h('h1', { lang: job.locale }, job.title),
    h('p', { class: 'place', lang: job.locale }, job.location),
    h('p', { class: 'stands' }, stands, open && meetsAllCriteria && ` ${words.meetsAll}`),
    promiseView(view, words, locale, now()),
    offerView(view, words, locale),
    referralView(view, words, actions.recommend),
    interviewsView(view, words, locale),
    questionsView(view, locale, actions.asking),
    timelineView(view, words, locale),
    preferences
      ? preferencesView(preferences, choices, { words, spoken: locale, save: actions.save })
      : byMailView(words, locale),
    open &&
      h(
        'section',
        {},
        h('h2', {}, words.withdraw),
        h('p', {}, words.withdrawNote),
        on(h('button', { type: 'button', class: 'button quiet' }, `${words.withdraw} …`), {
          click: actions.withdraw,
        }),
      ),
    dataView(dataWords[locale], preferences !== null, actions),
  ];
}

function banner({ name }: View, words: Words): Child {
  return h('div', { class: 'note good' }, h('h2', {}, words.thanks), h('p', {}, words.thanksMore(name)));
}
