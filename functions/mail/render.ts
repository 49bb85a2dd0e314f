/** A message and its templates in, a letter out. Pure: the same input is the same letter. */
import type { Layout, LanguageTemplates, Template } from '../../domain/messages/catalogue.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { variablesOf } from '../../domain/messages/messages.ts';
import type { Message } from '../../domain/messages/messages.ts';
import { reasonDetails } from '../../domain/reasons/decline-reasons.ts';
import type { DeclineReason } from '../../domain/reasons/decline-reasons.ts';
import type { Reader } from './kinds.ts';
import { compose, escapeHtml, fill, MissingVariable } from './strict-mustache.ts';
import { viewOf } from './view.ts';
import { oneLine, tidy } from './whitespace.ts';

export interface RenderRequest {
  readonly layout: Layout;
  readonly template: Template;
  readonly reasons: LanguageTemplates['reasons'];
  readonly phrases: LanguageTemplates['phrases'];
  readonly message: Message;
  readonly locale: Locale;
  /** The reader's IANA time zone; a message with a zone of its own is written in that one. */
  readonly zone: string;
}

export interface Letter {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Writes a message for its reader.
 * @throws ZodError when the variables do not fit the message, MissingVariable when a tag has no value,
 *   UnsupportedTag when a template reaches past the escaping
 */
export function render({ layout, template, reasons, phrases, message, locale, zone }: RenderRequest): Letter {
  const schema = variablesOf(message.name);
  const variables = schema.parse(message.variables);
  const reader: Reader = {
    locale,
    zone: 'zone' in variables ? variables.zone : zone,
    sentenceOf: (reason) => sentenceOf(reason, reasons, locale, zone),
  };
  const view = viewOf(schema, variables, reader);
  const page = compose(layout.html, { ...slots(template, phrases, escapeHtml), locale, body: template.html });
  const note = compose(layout.text, { ...slots(template, phrases, String), locale, body: template.text });
  return {
    subject: oneLine(fill(template.subject, view, 'text')),
    preheader: oneLine(fill(template.preheader, view, 'text')),
    html: fill(page, view, 'html'),
    text: tidy(fill(note, view, 'text')),
  };
}

/** What a layout can place: the words of the template and of the language, their tags untouched. */
function slots(
  { subject, preheader, action }: Template,
  phrases: RenderRequest['phrases'],
  written: (words: string) => string,
): Record<string, unknown> {
  const words = Object.entries({ ...phrases, subject, preheader }).map(([name, text]) => [
    name,
    written(text),
  ]);
  return { ...Object.fromEntries(words), action: action && { ...action, label: written(action.label) } };
}

/** "the post requires …" → "The post requires …", with the recruiter's details in their places. */
function sentenceOf(
  reason: DeclineReason,
  reasons: LanguageTemplates['reasons'],
  locale: Locale,
  zone: string,
): string {
  const sentence = reasons[reason.code];
  if (sentence === undefined) throw new MissingVariable(`reasons.${reason.code}`);
  const reader: Reader = { locale, zone, sentenceOf: () => '' };
  const written = fill(sentence, viewOf(reasonDetails[reason.code], reason, reader), 'text');
  return written.charAt(0).toLocaleUpperCase(locale) + written.slice(1);
}
