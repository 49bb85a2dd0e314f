import type { Proven } from '../../../domain/publishing/revision.ts';
import { changedFields } from '../../../domain/settings/changed-fields.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { hashOf } from './hash.ts';
import { keys, published } from './keys.ts';
import { findLiveRevision, findSettings } from './revisions.ts';
import { commit } from './table.ts';
import type { Table, Write } from './table.ts';

/** Who publishes, why, and when; `proven` says how it was proved. */
export interface Publisher {
  readonly author: string;
  readonly note: string;
  readonly at?: string | undefined;
  readonly proven?: Proven | undefined;
}

/** Moves `live` from the revision it was read at; two publishers at once cannot both move it. */
export function liveRevisionWrite(
  table: Table,
  thing: string,
  before: number | undefined,
  revision: number,
): Write {
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

/** The write that adds a revision of a published thing. */
export function revisionWrite(
  table: Table,
  thing: string,
  item: Record<string, unknown> & { readonly revision: number },
): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.revision(thing, item.revision), ...item },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/**
 * Publishes settings as a new revision and makes it live, unless the live one says the same. `also` is written
 * together with it, given the number of the revision. `on` is what was live when they were looked at.
 * @throws NotCommitted when somebody else published at the same moment
 * @throws Contended when somebody else published since
 */
export async function publishSettings(
  table: Table,
  content: Settings,
  by: Publisher,
  also: (revision: number) => readonly Write[] = () => [],
  on?: number,
): Promise<number> {
  const thing = published.settings;
  const live = await findLiveRevision(table, thing);
  if (on !== undefined && live !== on) throw new Contended('what is live of the settings');
  const hash = hashOf(content);
  const before = live === undefined ? undefined : await findSettings(table, live);
  if (live !== undefined && before?.hash === hash) return live;
  const changed = changedFields(before?.content, content);
  const revision = (live ?? 0) + 1;
  await commit(table, [
    revisionWrite(table, thing, { revision, ...by, hash, changed, content }),
    liveRevisionWrite(table, thing, live, revision),
    ...also(revision),
  ]);
  return revision;
}
