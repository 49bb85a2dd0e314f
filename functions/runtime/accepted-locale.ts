import { locales } from '../../domain/messages/locale.ts';
import type { Locale } from '../../domain/messages/locale.ts';

/** The first language of ours in an `Accept-Language` header, whose tags browsers send in order; else English. */
export function acceptedLocale(header: string | undefined): Locale {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.flatMap((tag) => locales.filter((locale) => locale === tag))[0] ?? 'en';
}
