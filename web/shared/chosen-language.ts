import type { Locale } from '../../domain/messages/locale.ts';
import { languageOf } from './language.ts';

const kept = 'hearback-language';

/** The language to speak: the one chosen here before, else the browser's. */
export function chosenLanguage(): Locale {
  return languageOf([storage()?.getItem(kept) ?? null, ...navigator.languages]);
}

/** Speaks this language from now on, on every page of the site. */
export function chooseLanguage(language: Locale): void {
  storage()?.setItem(kept, language);
}

/** A browser may forbid a page to keep anything; then the choice lasts as long as the page. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined;
    throw error;
  }
}
