import Mustache from 'mustache';
import { declineReason } from '../../../domain/reasons/decline-reasons.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import en from '../../../templates/en/reasons.json';
import es from '../../../templates/es/reasons.json';
import fr from '../../../templates/fr/reasons.json';
import type { ReasonDraft } from './draft.ts';

const sentences: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, es, fr };

/** The sentence a finished reason becomes in the candidate's language; undefined while a detail is missing. */
export function sentenceOf({ code, details }: ReasonDraft, locale: Locale): string | undefined {
  const attempts = (details['attempts'] ?? '').split(/[\s,]+/).filter(Boolean);
  const given = code === 'no-contact' ? { code, attempts } : { code, ...details };
  const parsed = declineReason.safeParse(given);
  if (!parsed.success) return undefined;
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(Date.parse(iso));
  const told = Object.entries(parsed.data).map(([name, value]) => {
    if (Array.isArray(value)) return [name, new Intl.ListFormat(locale).format(value.map(day))];
    if (name === 'neededBy' || name === 'requestedOn' || name === 'closedOn')
      return [name, { date: day(value) }];
    return [name, name === 'outcome' ? { [value]: true } : value];
  });
  // Plain text: React escapes it.
  return Mustache.render(sentences[locale][code] ?? '', Object.fromEntries(told), {}, { escape: String });
}
