/** Reads a language's sentences and phrases, and proves their tags. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Layout } from '../../domain/messages/catalogue.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { audienceOf, variablesOf } from '../../domain/messages/messages.ts';
import type { MessageName } from '../../domain/messages/messages.ts';
import { reasonDetails } from '../../domain/reasons/decline-reasons.ts';
import { shapeOf } from '../../functions/mail/view.ts';
import { checkTags } from '../../functions/mail/build/check-tags.ts';
import { TemplateError } from '../../functions/mail/build/template-error.ts';
import { typeset } from '../../functions/mail/build/typography.ts';

type Wording = Readonly<Record<string, string>>;

/** What a calendar entry says, and the message whose variables it may name. */
const calendarPhrases = {
  calendarTitle: 'interview-cancelled',
  calendarNotes: 'interview-scheduled',
} as const;

/**
 * The phrases of the layouts (signature, footer) and of calendar entries.
 * @throws TemplateError when a calendar phrase is missing or names what its message does not carry
 */
export function readPhrases(folder: string, locale: Locale): Wording {
  const { file, words, lineOf } = readWording(folder, `${locale}/phrases.json`, locale);
  for (const [phrase, name] of Object.entries(calendarPhrases)) {
    const text = words[phrase];
    if (text === undefined) throw new TemplateError(file, 1, `the phrase "${phrase}" is missing`);
    checkTags(file, { text, line: lineOf(phrase) }, shapeOf(variablesOf(name)));
  }
  return words;
}

/**
 * The sentence of each decline reason; every sentence tells every detail.
 * @throws TemplateError when a code is missing or unknown, or a sentence leaves a detail out
 */
export function readReasons(folder: string, locale: Locale): Wording {
  const { file, words, lineOf } = readWording(folder, `${locale}/reasons.json`, locale);
  for (const code of Object.keys(words)) {
    if (!Object.hasOwn(reasonDetails, code))
      throw new TemplateError(file, lineOf(code), `"${code}" is no decline reason`);
  }
  for (const [code, details] of Object.entries(reasonDetails)) {
    const sentence = words[code];
    if (sentence === undefined) throw new TemplateError(file, 1, `the reason "${code}" has no sentence`);
    const told = checkTags(file, { text: sentence, line: lineOf(code) }, shapeOf(details));
    for (const detail of Object.keys(details.shape)) {
      if (detail !== 'code' && !told.has(detail))
        throw new TemplateError(file, lineOf(code), `the sentence leaves out {{${detail}}}`);
    }
  }
  return words;
}

/** What of a template each form of a layout must have a slot for. */
const slots = {
  html: ['locale', 'subject', 'preheader', 'body', 'action', 'label', 'url'],
  text: ['body', 'action', 'label', 'plain'],
} as const;

/** What no letter goes without, as far as its message carries it: who writes, and the way out of offers. */
const sender = {
  candidate: ['company', 'person', 'unsubscribeUrl'],
  staff: ['company', 'reference'],
} as const;

/**
 * Proves that a layout, with a language's phrases in it, names only what a message carries, and leaves out neither
 * a part of the letter nor its sender.
 * @throws TemplateError
 */
export function checkLayout(layout: Layout, phrases: Wording, name: MessageName): void {
  const shape = shapeOf(variablesOf(name));
  const parts = new Set<string>([...slots.html, ...slots.text]);
  for (const [file, form] of [
    ['templates/layout.mjml', 'html'],
    ['templates/layout.txt', 'text'],
  ] as const) {
    const document = layout[form];
    for (const slot of slots[form]) {
      if (!new RegExp(`\\[\\[#?${slot}\\]\\]`).test(document))
        throw new TemplateError(file, 1, `the slot [[${slot}]] is missing`);
    }
    const filled = document.replace(/\[\[[#/]?(\w+)\]\]/g, (_slot, name: string) => {
      const phrase = parts.has(name) ? '' : phrases[name];
      if (phrase === undefined) throw new TemplateError(file, 1, `no phrase fills the slot [[${name}]]`);
      return phrase;
    });
    const met = checkTags(file, { text: filled, line: 1 }, shape);
    for (const variable of sender[audienceOf(name)]) {
      if (Object.hasOwn(variablesOf(name).shape, variable) && !met.has(variable))
        throw new TemplateError(file, 1, `nothing says {{${variable}}}, which ${name} needs`);
    }
  }
}

function readWording(folder: string, path: string, locale: Locale) {
  const file = `templates/${path}`;
  const source = readFileSync(join(folder, path), 'utf8');
  const lines = source.split('\n');
  const parsed = z.record(z.string(), z.string().min(1)).parse(JSON.parse(source));
  const words = Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, typeset(locale, text)]));
  const lineOf = (key: string) => lines.findIndex((line) => line.includes(`"${key}":`)) + 1;
  return { file, words, lineOf };
}
