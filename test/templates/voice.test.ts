import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../domain/messages/locale.ts';
import { messageNames } from '../../domain/messages/messages.ts';
import { letters, root } from './letters.ts';

/** Words that break the voice: they blame, hide, flatter, gender, or say what no letter may say. */
const banned: Record<(typeof locales)[number], RegExp> = {
  en: /unfortunately|regret to|reject|dear |do not reply|no-?reply|kept on file|keep .* on file|careful consideration|high volumes?|in touch|right fit|hope this helps|other (candidate|applicant)|score:|hurry|last chance/i,
  es: /lamentable|desafortunada|por desgracia|rechaz|estimad[oa]|no responda|archivaremos|@s|\/a\b|o\/a|otr[oa]s candidat|apres[uú]rese|última oportunidad|puntuación/i,
  fr: /malheureusement|regret|rejet|refus|madame|monsieur|suite favorable|malgré la qualité|sans réponse (de notre part )?sous|·|\(e\)|ne pas répondre|autres candidat|dépêchez|dernière chance/i,
};

const source = (locale: string, name: string) =>
  readFileSync(join(root, 'templates', locale, `${name}.md`), 'utf8');

describe.each(locales)('in %s', (locale) => {
  test.each(messageNames)('%s speaks plainly', (name) => {
    const text = source(locale, name);
    const words = text.replace(/\{\{[^}]*\}\}/g, '');
    expect(words).not.toMatch(banned[locale]);
    expect(words).not.toMatch(/!/);
  });

  test.each(messageNames)('%s says the same facts as the other languages', (name) => {
    const tags = (text: string) =>
      new Set(
        [...text.matchAll(/\{\{[#^]?([\w.-]+)\}\}/g)]
          .map(([, tag]) => tag)
          .filter((tag) => tag !== 'firstName' && tag !== 'fullName'),
      );
    expect(tags(source(locale, name))).toEqual(tags(source('en', name)));
  });

  test('greets as its readers expect', () => {
    const greeting = { en: /^Hello Julia,$/m, es: /^Hola, Julia:$/m, fr: /^Bonjour Julia Perez,$/m }[locale];
    const candidates = letters.filter((it) => it.locale === locale && 'statusUrl' in it.message.variables);
    expect(candidates.length).toBeGreaterThan(20);
    for (const { said } of candidates) expect(said).toMatch(greeting);
  });
});

test('the news stands in the first two sentences of a decline', () => {
  const news = { en: 'We will not', es: 'No le', fr: 'Nous n’avons pas retenu votre candidature pour' };
  for (const { said, message, locale } of letters.filter((it) => it.message.name.startsWith('decline'))) {
    const afterGreeting = said.split('\n\n').find((part) => /^(Thank|Gracias|Merci)/.test(part)) ?? '';
    expect(`${message.name}: ${afterGreeting}`).toContain(news[locale]);
  }
});

test('French sets no-break spaces before its high marks', () => {
  for (const { letter } of letters.filter((it) => it.locale === 'fr')) {
    for (const part of [letter.subject, letter.preheader, letter.text])
      expect(part).not.toMatch(/ [;:?!»]|« /);
  }
});

test('a decline repeats nothing but reasons, and its preheader gives nothing away', () => {
  for (const { letter } of letters.filter((it) => it.message.name.startsWith('decline'))) {
    expect(letter.preheader).not.toMatch(/\bnot\b|\bno\b|\bne\b|pas\b/i);
  }
});

test('a message about a delay says it is sorry; a reason for it is no excuse', () => {
  const sorry = { en: 'I am sorry', es: 'lo siento', fr: 'je vous présente mes excuses' };
  const late = ['decision-delayed', 'feedback-delayed', 'release'];
  for (const { said, locale } of letters.filter((it) => late.includes(it.message.name))) {
    expect(said).toContain(sorry[locale]);
    expect(said).not.toMatch(/because|porque|parce que|debido|en raison/i);
  }
});
