import type * as z from 'zod';
import type { figuresApi } from '../../domain/api/figures.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { h } from '../shared/view.ts';
import type { View } from '../shared/view.ts';
import { duration } from '../shared/dates.ts';
import { recordWords } from './record-words.ts';

type Published = z.output<typeof figuresApi.readPublishedRecord.reply.body>;

/** How candidates were served, in plain words; what too few stand behind is left out, and with all of it the whole. */
export function recordView(record: Published, locale: Locale): readonly View[] {
  const words = recordWords[locale];
  const { acknowledged, promisesKept, feedbackGiven, score } = record;
  const sentences = [
    promisesKept && words.promises(String(promisesKept.part), String(promisesKept.n)),
    acknowledged && words.acknowledged(duration(acknowledged.p95, locale)),
    feedbackGiven && words.feedback(String(feedbackGiven.part), String(feedbackGiven.n)),
    score && words.score(new Intl.NumberFormat(locale).format(score.mean), String(score.n)),
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return [];
  return [
    h('h2', { id: 'record' }, words.title),
    h('ul', {}, ...sentences.map((sentence) => h('li', {}, sentence))),
    h('p', { class: 'muted small' }, words.note),
  ];
}
