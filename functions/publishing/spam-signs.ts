import type { Template } from '../../domain/messages/catalogue.ts';

/** Longer subjects are cut off in most lists of mail. */
const longestSubject = 78;

/**
 * What mail filters hold against a message, in words. Few and certain: links and images cannot be foreign here, for
 * the builder allows neither.
 */
export function spamSigns({ subject, preheader, text }: Template): string[] {
  const plain = subject.replaceAll(/\{\{[^}]*\}\}/g, '');
  const letters = plain.replaceAll(/\P{L}/gu, '');
  const shouting = letters.length > 7 && letters === letters.toLocaleUpperCase();
  const signs: [boolean, string][] = [
    [shouting, 'the subject is in capitals: filters and readers take that for shouting'],
    [/[!?]{2,}|!.*!/.test(plain), 'the subject has several exclamation or question marks'],
    [/[€$£]\s*\d|\d\s*[€$£%]/.test(plain), 'the subject names a price or a percentage'],
    [plain.length > longestSubject, `the subject is longer than ${longestSubject} characters and is cut off`],
    [preheader.trim() === '', 'the preheader is empty: mail programs show the first words instead'],
    [text.length < 80, 'the message is very short, which filters distrust'],
  ];
  return signs.flatMap(([found, words]) => (found ? [words] : []));
}
