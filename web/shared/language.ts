import type { Locale } from '../../domain/messages/locale.ts';

export const languages = ['en', 'es', 'fr'] as const satisfies readonly Locale[];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
};

function isLanguage(tag: string): tag is Locale {
  return languages.some((language) => language === tag);
}

/** The first language of ours among BCP 47 tags in order of preference; English when there is none. */
export function languageOf(preferred: readonly (string | null)[]): Locale {
  const primary = preferred.map((tag) => tag?.split('-')[0]?.toLowerCase() ?? '');
  return primary.find(isLanguage) ?? 'en';
}
