import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { layoutNames } from '../../../domain/messages/catalogue.ts';
import type { TemplateCatalogue } from '../../../domain/messages/catalogue.ts';
import { locales } from '../../../domain/messages/locale.ts';
import { messageNames } from '../../../domain/messages/messages.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { hashOf } from './hash.ts';
import { keys, published } from './keys.ts';
import { liveRevisionWrite, revisionWrite } from './publishing.ts';
import type { Publisher } from './publishing.ts';
import { findLiveRevision } from './revisions.ts';
import { commit } from './table.ts';
import type { Table, Write } from './table.ts';
import { findPartHash, findTemplates, part } from './templates.ts';
import type { TemplatesRevision } from './templates.ts';

/** A layout, the words of a language or a message, built; and the source that it was built from, for an editor. */
export interface Part {
  readonly content: unknown;
  readonly source?: string | undefined;
}

/** The parts of a catalogue by id; `sources` holds the Markdown of messages by the same id. */
export function partsOf(
  { layouts, locales: languages }: TemplateCatalogue,
  sources: Readonly<Record<string, string>> = {},
): Record<string, Part> {
  const parts: Record<string, Part> = {};
  for (const name of layoutNames) parts[part.layout(name)] = { content: layouts[name] };
  for (const locale of locales) {
    const { messages, reasons, phrases } = languages[locale];
    parts[part.words(locale)] = { content: { reasons, phrases } };
    for (const name of messageNames) {
      const id = part.template(locale, name);
      parts[id] = { content: messages[name], source: sources[id] };
    }
  }
  return parts;
}

/** The hash of the templates as a whole, given those of the parts: the same however they came about. */
export function hashOfParts(hashes: Readonly<Record<string, string>>): string {
  return hashOf(Object.entries(hashes).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Publishes templates: new revisions of the parts that changed, then the whole that names them. Parts that are not
 * given stay as they are. Gives the live revision, which is the old one when nothing differs. `on` is what was live
 * when they were looked at.
 * @throws NotCommitted when somebody else published at the same moment
 * @throws Contended when somebody else published since
 */
export async function publishTemplates(
  table: Table,
  given: Readonly<Record<string, Part>>,
  by: Publisher,
  also: (revision: number) => readonly Write[] = () => [],
  on?: number,
): Promise<number> {
  const thing = published.templates;
  const live = await findLiveRevision(table, thing);
  if (on !== undefined && live !== on) throw new Contended('what is live of the templates');
  const before = live === undefined ? undefined : await findTemplates(table, live);
  const revision = (live ?? 0) + 1;
  const parts: Record<string, number> = { ...before?.parts };
  const hashes: Record<string, string> = { ...before?.hashes };
  const changed: string[] = [];
  for (const [id, { content, source }] of Object.entries(given)) {
    const hash = hashOf(content);
    const standing = before?.parts[id];
    if (standing !== undefined && (await findPartHash(table, id, standing)) === hash) continue;
    parts[id] = await putPart(table, id, revision, { hash, content, source });
    hashes[id] = hash;
    changed.push(id);
  }
  if (live !== undefined && changed.length === 0) return live;
  await commit(table, [
    revisionWrite(table, thing, { revision, ...by, hash: hashOfParts(hashes), parts, hashes, changed }),
    liveRevisionWrite(table, thing, live, revision),
    ...also(revision),
  ]);
  return revision;
}

/**
 * Writes a part under the first number from `from` on that is free, and gives it. Not in the transaction: nothing reads a
 * part before a whole names it. One that is there may be a colleague's, who is just about to name it: it is never
 * written over.
 */
async function putPart(
  table: Table,
  id: string,
  from: number,
  item: Part & { readonly hash: string },
): Promise<number> {
  for (let revision = from; ; revision += 1) {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...keys.revision(published.part(id), revision), revision, ...item },
          ConditionExpression: 'attribute_not_exists(pk) OR #hash = :hash',
          ExpressionAttributeNames: { '#hash': 'hash' },
          ExpressionAttributeValues: { ':hash': item.hash },
        }),
      );
      return revision;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}

/**
 * Makes the parts of an earlier revision live again, as a new revision.
 * @throws NotCommitted when somebody else published at the same moment
 */
export async function restoreTemplates(
  table: Table,
  { parts, hashes, hash }: TemplatesRevision,
  { live, changed }: { live: TemplatesRevision; changed: readonly string[] },
  by: Publisher,
  also: (revision: number) => readonly Write[],
): Promise<number> {
  const thing = published.templates;
  const revision = live.revision + 1;
  await commit(table, [
    revisionWrite(table, thing, { revision, ...by, hash, parts, hashes, changed }),
    liveRevisionWrite(table, thing, live.revision, revision),
    ...also(revision),
  ]);
  return revision;
}
