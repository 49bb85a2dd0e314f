import { expect, it } from 'vitest';
import { languageOf } from '../../web/shared/language.ts';

it.each([
  [['de-AT', 'fr-CA', 'en'], 'fr'],
  [['ES'], 'es'],
  [[null, 'es-419'], 'es'],
  [['zh-Hant', 'ar'], 'en'],
  [[], 'en'],
] as const)('%j means %s', (preferred, language) => expect(languageOf(preferred)).toBe(language));
