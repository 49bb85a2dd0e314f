/** Sets the marks that people do not type: curly apostrophes, and the no-break spaces of French. */
import type { Locale } from '../../../domain/messages/locale.ts';

const noBreak = '\u00a0';

export function typeset(locale: Locale, text: string): string {
  const curly = text.replace(/(?<=\p{L}|\}\})'(?=\p{L}|\{\{)/gu, '’');
  if (locale !== 'fr') return curly;
  return curly.replace(/(?<=\S) (?=[:;!?\u00bb])/g, noBreak).replace(/(?<=\u00ab) /g, noBreak);
}
