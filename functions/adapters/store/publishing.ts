import { createHash } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { layoutNames } from '../../../domain/messages/catalogue.ts';
import type { TemplateCatalogue } from '../../../domain/messages/catalogue.ts';
import { locales } from '../../../domain/messages/locale.ts';
import { messageNames } from '../../../domain/messages/messages.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { keys, published } from './keys.ts';
import { findLiveRevision } from './revisions.ts';
import { commit } from './table.ts';
import type { Table, Write } from './table.ts';
import { findTemplates, part } from './templates.ts';

interface By {
  readonly author: string;
  readonly note: string;
  readonly at?: string;
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Moves `live` from the revision it was read at; two publishers at once cannot both move it. */
function liveWrite(table: Table, thing: string, before: number | undefined, revision: number): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.live(thing), revision },
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#revision = :before',
            ExpressionAttributeNames: { '#revision': 'revision' },
            ExpressionAttributeValues: { ':before': before },
          }),
    },
  };
}

async function liveHash(table: Table, thing: string, live: number | undefined): Promise<string | undefined> {
  if (live === undefined) return undefined;
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.revision(thing, live), ConsistentRead: true }),
  );
  return typeof Item?.['hash'] === 'string' ? Item['hash'] : undefined;
}

/** Publishes settings as a new revision and makes it live, unless the live one says the same. */
export async function publishSettings(table: Table, content: Settings, by: By): Promise<number> {
  const thing = published.settings;
  const live = await findLiveRevision(table, thing);
  const hash = hashOf(content);
  if (live !== undefined && (await liveHash(table, thing, live)) === hash) return live;
  const revision = (live ?? 0) + 1;
  await commit(table, [
    {
      Put: {
        TableName: table.name,
        Item: { ...keys.revision(thing, revision), revision, ...by, hash, content },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    liveWrite(table, thing, live, revision),
  ]);
  return revision;
}

/** The parts of a catalogue: layouts, each language's words, each message in each language. */
function partsOf({ layouts, locales: languages }: TemplateCatalogue): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const name of layoutNames) parts[part.layout(name)] = layouts[name];
  for (const locale of locales) {
    const { messages, reasons, phrases } = languages[locale];
    parts[part.words(locale)] = { reasons, phrases };
    for (const name of messageNames) parts[part.template(locale, name)] = messages[name];
  }
  return parts;
}

/** Publishes templates: new revisions of the parts that changed, then the whole that names them. */
export async function publishTemplates(table: Table, catalogue: TemplateCatalogue, by: By): Promise<number> {
  const thing = published.templates;
  const live = await findLiveRevision(table, thing);
  const hash = hashOf(catalogue);
  const before = live === undefined ? undefined : await findTemplates(table, live);
  if (live !== undefined && before?.hash === hash) return live;
  const revision = (live ?? 0) + 1;

  const parts: Record<string, number> = {};
  for (const [id, content] of Object.entries(partsOf(catalogue))) {
    const partHash = hashOf(content);
    const standing = before?.parts[id];
    const same = standing !== undefined && (await liveHash(table, published.part(id), standing)) === partHash;
    parts[id] = same ? standing : revision;
    if (same) continue;
    // Not in the transaction: nothing reads a part before a whole names it, and writing it twice is harmless.
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.revision(published.part(id), revision), revision, hash: partHash, content },
      }),
    );
  }
  await commit(table, [
    {
      Put: {
        TableName: table.name,
        Item: { ...keys.revision(thing, revision), revision, ...by, hash, parts },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    liveWrite(table, thing, live, revision),
  ]);
  return revision;
}
