/** Built templates: what a renderer needs and nothing that only an editor reads. */
import * as z from 'zod';
import { locales } from './locale.ts';
import { audienceOf, categoryOf, messageNames } from './messages.ts';
import type { MessageName } from './messages.ts';

/** The layouts: a letter to a candidate, a note to a colleague, an offer that can be unsubscribed from. */
export const layoutNames = ['candidate', 'staff', 'marketing'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** A whole document in both forms, with `[[slots]]` for a template's parts and a language's phrases. */
export const layout = z.strictObject({ html: z.string(), text: z.string() });
export type Layout = z.infer<typeof layout>;

/** One message in one language. All parts keep their `{{tags}}`; `html` and `text` are bodies. */
export const template = z.strictObject({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  action: z.strictObject({ label: z.string(), url: z.string(), plain: z.string() }).optional(),
});
export type Template = z.infer<typeof template>;

const wording = z.record(z.string(), z.string());

/** One language: its templates, the sentence of each decline reason, the phrases of the layouts. */
export const language = z.strictObject({
  messages: z.record(z.enum(messageNames), template),
  reasons: wording,
  phrases: wording,
});
export type LanguageTemplates = z.infer<typeof language>;

export const templateCatalogue = z.strictObject({
  layouts: z.record(z.enum(layoutNames), layout),
  locales: z.record(z.enum(locales), language),
});
export type TemplateCatalogue = z.infer<typeof templateCatalogue>;

/** The layout a message is written on. */
export function layoutOf(name: MessageName): LayoutName {
  return categoryOf(name) === 'marketing' ? 'marketing' : audienceOf(name);
}
