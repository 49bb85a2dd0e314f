import { expect, it } from 'vitest';
import { surveyWords } from '../../web/candidate/survey-words.ts';
import { words as candidate } from '../../web/candidate/words.ts';
import { careersWords } from '../../web/careers/careers-words.ts';
import { recordWords } from '../../web/careers/record-words.ts';
import { formWords } from '../../web/careers/form/form-words.ts';
import { words as feedback } from '../../web/feedback/words.ts';

/** Every sentence of a page, also those with something to fill in. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return sentences(words('X', 'X'));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : [];
}

const all = { candidate, surveyWords, careersWords, recordWords, formWords, feedback };

it.each(Object.entries(all))('%s keeps French signs on the line of their word', (_name, { fr }) => {
  expect(sentences(fr).filter((sentence) => /\w [?!;:»]|« /u.test(sentence))).toEqual([]);
});

it.each(Object.entries(all))('%s neither shouts nor hides the news', (_name, languages) => {
  const banned = /unfortunately|rejected|!|desafortunadamente|malheureusement|suite favorable/i;
  expect(sentences(languages).filter((sentence) => banned.test(sentence))).toEqual([]);
});
