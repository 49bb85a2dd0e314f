/** Proves that a letter is as short as its message may be, with every sample of it. */
import type { LanguageTemplates, Layout, Template } from '../../../domain/messages/catalogue.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { Message } from '../../../domain/messages/messages.ts';
import { render } from '../render.ts';
import { readTemplateSource } from './front-matter.ts';
import type { Piece } from './front-matter.ts';
import { TemplateError } from './template-error.ts';
import { wordLimits } from './word-limits.ts';

export interface Sample {
  readonly case: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly message: Message;
}

/** Longer subjects are cut off on a telephone. */
const longestSubject = 50;
/** A shorter preheader is filled up with the first words of the letter, a longer one is cut off. */
const preheaders = { shortest: 40, longest: 85 };

/** No more than what the limit is about: greeting and signature of the page do not count. */
const page: Layout = { html: '', text: '[[body]]\n[[#action]][[label]] [[plain]][[/action]]' };

/**
 * Renders the samples of a message with a template that is built, and measures what comes out.
 * @throws TemplateError for a subject, a preheader or a letter of the wrong length
 */
export function checkLimits(
  file: string,
  source: string,
  template: Template,
  samples: readonly Sample[],
  reasons: LanguageTemplates['reasons'],
): void {
  const { subject, preheader, body } = readTemplateSource(file, source);
  for (const { case: name, message, locale, zone } of samples) {
    const fail = ({ line }: Piece, problem: string) =>
      new TemplateError(file, line, `${problem} (in the sample "${name}")`);
    const letter = render({ layout: page, template, reasons, phrases: {}, message, locale, zone });
    const { length } = letter.preheader;
    if (letter.subject.length > longestSubject)
      throw fail(
        subject,
        `a subject has ${longestSubject} characters at most, this one ${letter.subject.length}`,
      );
    if (length < preheaders.shortest || length > preheaders.longest)
      throw fail(
        preheader,
        `a preheader has ${preheaders.shortest} to ${preheaders.longest} characters, this one ${length}`,
      );
    const words = countWords(letter.text) - carriedWords(message);
    const limit = wordLimits[message.name];
    if (words > limit) throw fail(body, `${message.name} has ${limit} words at most, this one ${words}`);
  }
}

/** What a person typed does not count. */
function carriedWords({ variables }: Message): number {
  return (
    ('text' in variables ? countWords(variables.text) : 0) +
    ('question' in variables ? countWords(variables.question) : 0)
  );
}

/** Words as a reader counts them: no addresses, no lone marks. */
function countWords(text: string): number {
  return text
    .replace(/https?:\/\/\S+/g, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
