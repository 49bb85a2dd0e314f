import * as z from 'zod';
import { language, layout, layoutOf, template } from '../../../domain/messages/catalogue.ts';
import type { Layout, LanguageTemplates, LayoutName, Template } from '../../../domain/messages/catalogue.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { revisionNote } from '../../../domain/publishing/revision.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys, published } from './keys.ts';
import type { Table } from './table.ts';

/** The words of a language that layouts and reasons are made of. */
const wording = language.pick({ reasons: true, phrases: true });

/** Names of the parts of the templates: `layout/candidate`, `words/en`, `en/acknowledgement`. */
export const part = {
  layout: (name: LayoutName) => `layout/${name}`,
  words: (locale: Locale) => `words/${locale}`,
  template: (locale: Locale, name: MessageName) => `${locale}/${name}`,
} as const;

/** What a revision of the templates as a whole says of itself, and which parts are new in it. */
export const templatesNote = z.strictObject({ ...revisionNote.shape, changed: z.array(z.string()) });

/** Which revision of every part belongs to a revision of the templates as a whole, and the hashes of the parts. */
const templatesRevision = templatesNote.extend({
  parts: z.record(z.string(), z.int().positive()),
  hashes: z.record(z.string(), z.string()),
});
export type TemplatesRevision = z.output<typeof templatesRevision>;

const layoutItem = z.strictObject({ revision: z.int(), hash: z.string(), content: layout });
const wordsItem = z.strictObject({ revision: z.int(), hash: z.string(), content: wording });
const templateItem = z.strictObject({ revision: z.int(), hash: z.string(), content: template });
const partNote = z.strictObject({ hash: z.string() });
const partSource = z.strictObject({ source: z.optional(z.string()) });

/** What is needed to render one message in one language. */
export interface Stationery {
  readonly layout: Layout;
  readonly template: Template;
  readonly reasons: LanguageTemplates['reasons'];
  readonly phrases: LanguageTemplates['phrases'];
}

/** One revision of the templates as a whole, or undefined. */
export function findTemplates(table: Table, revision: number): Promise<TemplatesRevision | undefined> {
  return findItem(table, keys.revision(published.templates, revision), templatesRevision);
}

/**
 * Reads what a message is rendered with, in the revision an application keeps to.
 * @throws NotFound when the revision lacks a part
 */
export async function readStationery(
  table: Table,
  revision: number,
  locale: Locale,
  name: MessageName,
): Promise<Stationery> {
  const whole = await findTemplates(table, revision);
  const keyOf = (id: string) => {
    const number = whole?.parts[id];
    if (number === undefined) throw new NotFound(`${id} in revision ${revision} of the templates`);
    return keys.revision(published.part(id), number);
  };
  const [itsLayout, words, itsTemplate] = await Promise.all([
    findItem(table, keyOf(part.layout(layoutOf(name))), layoutItem),
    findItem(table, keyOf(part.words(locale)), wordsItem),
    findItem(table, keyOf(part.template(locale, name)), templateItem),
  ]);
  if (!itsLayout || !words || !itsTemplate) throw new NotFound(`${locale}/${name} in the templates`);
  return { layout: itsLayout.content, template: itsTemplate.content, ...words.content };
}

/** The hash of a part in one of its revisions, or undefined. */
export async function findPartHash(table: Table, id: string, revision: number): Promise<string | undefined> {
  return (await findItem(table, keys.revision(published.part(id), revision), partNote))?.hash;
}

/** The Markdown that a message was built from, in one of its revisions; undefined when it was not kept. */
export async function findSource(table: Table, id: string, revision: number): Promise<string | undefined> {
  return (await findItem(table, keys.revision(published.part(id), revision), partSource))?.source;
}
