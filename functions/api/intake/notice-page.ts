import { wording } from '../../../domain/api/intake/wording.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { escapeHtml, page } from '../../runtime/page.ts';

/** A page that says why there is nothing to apply for, and leads back to the jobs. */
export function noticePage(locale: Locale, what: 'noSuchJob' | 'jobClosed', careersUrl: string): string {
  const words = wording[locale];
  return page(
    locale,
    words[what],
    `<p><a href="${escapeHtml(careersUrl)}">${escapeHtml(words.back)}</a></p>`,
  );
}
