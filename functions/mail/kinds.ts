/** How each kind of value appears in a template, by the identity of its schema. */
import type * as z from 'zod';
import { person } from '../../domain/messages/frames.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import * as values from '../../domain/messages/values.ts';
import { declineReasons } from '../../domain/reasons/decline-reasons.ts';
import type { DeclineReason } from '../../domain/reasons/decline-reasons.ts';
import {
  writeDay,
  writeHours,
  writeInstant,
  writeLength,
  writeList,
  writeMoney,
  writePercent,
} from './formats.ts';
import { fields, link, list, text, texts } from './shape.ts';
import type { Shape } from './shape.ts';
import { dialled } from '../../domain/messages/telephone.ts';
import { oneLine } from './whitespace.ts';

/** Who reads, and where the reader's clock is. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  /** Writes the sentence of a decline reason. */
  readonly sentenceOf: (reason: DeclineReason) => string;
}

/** A value's appearance: `shape` says which tags it answers, `write` answers them. */
export interface Kind {
  readonly shape: Shape;
  readonly write: (value: unknown, reader: Reader) => unknown;
}

function kind<Schema extends z.ZodType>(
  schema: Schema,
  shape: Shape,
  write: (value: z.output<Schema>, reader: Reader) => unknown,
): readonly [z.ZodType, Kind] {
  return [schema, { shape, write: (value, reader) => write(schema.parse(value), reader) }];
}

const writtenDay = texts('full', 'date', 'short');

const kinds = new Map<z.ZodType, Kind>([
  kind(values.instant, texts('full', 'moment', 'date', 'short', 'time'), (instant, { locale, zone }) =>
    writeInstant(locale, zone, instant),
  ),
  kind(values.day, writtenDay, (day, { locale }) => writeDay(locale, day)),
  kind(values.week, writtenDay, (monday, { locale }) => writeDay(locale, monday)),
  kind(values.days, text, (days, { locale }) =>
    writeList(
      locale,
      days.map((day) => writeDay(locale, day).date),
    ),
  ),
  kind(values.names, text, (names, { locale }) => writeList(locale, names)),
  kind(values.prose, list(text), (prose) => prose.split(/\n\s*\n/).map((part) => oneLine(part))),
  kind(values.hours, texts('number', 'long'), (hours, { locale }) => writeHours(locale, hours)),
  kind(values.minutes, text, (minutes, { locale }) => writeLength(locale, minutes, 'minute')),
  kind(values.count, text, String),
  kind(values.link, link, (url) => url),
  kind(values.phone, fields({ shown: text, dialled: link }), (phone) => ({
    shown: phone,
    dialled: dialled(phone),
  })),
  kind(values.discount, text, (discount, { locale }) =>
    'percent' in discount
      ? writePercent(locale, discount.percent)
      : writeMoney(locale, discount.amount, discount.currency),
  ),
  kind(
    person,
    fields({
      name: text,
      role: text,
      phone: text,
      dialled: link,
      email: link,
      hours: text,
    }),
    (somebody) => ({ ...somebody, dialled: dialled(somebody.phone) }),
  ),
  kind(declineReasons, list(texts('sentence')), (reasons, { sentenceOf }) =>
    reasons.map((reason) => ({ sentence: sentenceOf(reason) })),
  ),
]);

/** The kind of a schema, if it has an appearance of its own. */
export function kindOf(schema: z.ZodType): Kind | undefined {
  return kinds.get(schema);
}
