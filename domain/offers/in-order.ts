import type { Locale } from '../messages/locale.ts';
import type { NamedInterest } from './interest.ts';

/** Interests in the order in which a reader of that language looks for them. */
export function inOrder(interests: readonly NamedInterest[], language: Locale): NamedInterest[] {
  const { compare } = new Intl.Collator(language);
  return interests.toSorted((one, other) => compare(one.names[language], other.names[language]));
}
