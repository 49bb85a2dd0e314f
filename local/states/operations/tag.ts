import { readArn } from '../arns.ts';
import { ServiceError } from '../errors.ts';
import type { Fields } from '../fields.ts';
import type { Operation, Parts } from './operation.ts';

/** Tags a resource may have: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const MAX_TAGS = 50;

export const listTagsForResource: Operation = (parts, fields) => {
  const arn = resource(parts, fields);
  return { tags: tagsOf(parts, arn) };
};

function tagsOf(parts: Parts, arn: string): { key: string; value: string }[] {
  const rows = parts.db.prepare('SELECT key, value FROM states_tags WHERE arn = ? ORDER BY key').all(arn);
  return rows.map(({ key, value }) => ({ key: String(key), value: String(value) }));
}

export const tagResource: Operation = (parts, fields) => {
  const arn = resource(parts, fields);
  saveTags(parts, arn, fields);
  return {};
};

export const untagResource: Operation = (parts, fields) => {
  const arn = resource(parts, fields);
  const remove = parts.db.prepare('DELETE FROM states_tags WHERE arn = ? AND key = ?');
  const keys = fields.values['tagKeys'];
  for (const key of Array.isArray(keys) ? keys : []) if (typeof key === 'string') remove.run(arn, key);
  return {};
};

/** Stores the `tags` of a request for a resource. */
export function saveTags(parts: Parts, arn: string, fields: Fields): void {
  const given = fields.objects('tags') ?? [];
  const keys = new Set([...tagsOf(parts, arn), ...given].map(({ key }) => key));
  if (keys.size > MAX_TAGS)
    throw new ServiceError('TooManyTags', `Too many tags: a resource has ${MAX_TAGS} at most`);
  const insert = parts.db.prepare('INSERT OR REPLACE INTO states_tags (arn, key, value) VALUES (?, ?, ?)');
  for (const { key, value } of given) {
    if (typeof key === 'string') insert.run(arn, key, typeof value === 'string' ? value : '');
  }
}

function resource(parts: Parts, fields: Fields): string {
  const arn = fields.required('resourceArn', { min: 1, max: 256 });
  fields.done();
  readArn(arn, ['stateMachine']);
  if (!parts.machines.find(arn)) throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
  return arn;
}
