import * as z from 'zod';
import { slug } from '../ids.ts';
import { locale, locales } from '../messages/locale.ts';
import type { Locale } from '../messages/locale.ts';

/** What interests are called, by interest and language. Whatever has no name is called by its slug. */
export const interestNames = z.record(slug, z.partialRecord(locale, z.string().min(1).max(40)));
export type InterestNames = z.output<typeof interestNames>;

/** An interest with its name in every language. */
export const namedInterest = z.strictObject({ id: slug, names: z.record(z.enum(locales), z.string()) });
export type NamedInterest = z.output<typeof namedInterest>;

/** Interests as people read them, in the same order. */
export function namedIn(names: InterestNames, interests: readonly string[]): NamedInterest[] {
  return interests.map((id) => {
    const nameIn = (language: Locale) => names[id]?.[language] ?? interestWord(id);
    return { id, names: { en: nameIn('en'), es: nameIn('es'), fr: nameIn('fr') } };
  });
}

/** Interests that are called like one before them, by their place in the settings. */
export function namesakes(interests: readonly NamedInterest[]) {
  return locales.flatMap((language) => {
    const known = new Set<string>();
    return interests.flatMap(({ id, names }) => {
      const name = names[language].toLocaleLowerCase(language);
      if (known.has(name)) return [{ path: [id, language], name: names[language] }];
      known.add(name);
      return [];
    });
  });
}

/** A slug as people read it: `home-cooking` reads "Home cooking". */
export function interestWord(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
