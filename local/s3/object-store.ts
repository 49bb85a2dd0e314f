import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const texts = z.string().transform((json) => z.record(z.string(), z.string()).parse(JSON.parse(json)));

const row = z.object({
  bucket: z.string(),
  key: z.string(),
  file: z.string(),
  size: z.number(),
  etag: z.string(),
  modified: z.number(),
  content_type: z.string(),
  metadata: texts,
  tags: texts,
});

/** What is known of an object without reading it. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** MD5 in hexadecimal, without quotes. */
  readonly etag: string;
  /** Epoch milliseconds on the cloud's clock. */
  readonly modified: number;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

interface NewObject extends Omit<StoredObject, 'size' | 'etag'> {
  readonly content: Buffer;
}

export interface ObjectStore {
  put(object: NewObject): StoredObject;
  find(bucket: string, key: string): StoredObject | undefined;
  read(object: StoredObject): Buffer;
  tag(bucket: string, key: string, tags: Readonly<Record<string, string>>): void;
  remove(bucket: string, key: string): boolean;
  /** Keys with a prefix that follow `after`, in order, at most `limit`. */
  list(
    bucket: string,
    range: { readonly prefix: string; readonly after: string; readonly limit: number },
  ): StoredObject[];
}

/** Keeps what is known of objects in the database and their bytes as files below `directory`. */
export function createObjectStore(database: DatabaseSync, directory: string): ObjectStore {
  mkdirSync(directory, { recursive: true });
  database.exec(`CREATE TABLE IF NOT EXISTS s3_object (bucket TEXT NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL, content_type TEXT NOT NULL,
    metadata TEXT NOT NULL, tags TEXT NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID`);
  const upsert = database.prepare('INSERT OR REPLACE INTO s3_object VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM s3_object WHERE bucket = ? AND key = ?');
  const tag = database.prepare('UPDATE s3_object SET tags = ? WHERE bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM s3_object WHERE bucket = ? AND key = ?');
  const list = database.prepare(
    'SELECT * FROM s3_object WHERE bucket = ? AND substr(key, 1, length(?)) = ? AND key > ? ORDER BY key LIMIT ?',
  );

  const rowOf = (bucket: string, key: string): z.output<typeof row> | undefined => {
    const found = select.get(bucket, key);
    return found === undefined ? undefined : row.parse(found);
  };
  const objectOf = (found: z.output<typeof row>): StoredObject => {
    const { bucket, key, size, etag, modified, content_type: contentType, metadata, tags } = found;
    return { bucket, key, size, etag, modified, contentType, metadata, tags };
  };
  const removeFile = (file: string): void => rmSync(join(directory, file), { force: true });

  return {
    put({ bucket, key, content, modified, contentType, metadata, tags }) {
      const before = rowOf(bucket, key);
      // The bytes are there before the object is: a crash between the two leaves a stray file, never a hole.
      const file = randomUUID();
      writeFileSync(join(directory, file), content, { flush: true });
      const etag = createHash('md5').update(content).digest('hex');
      const size = content.length;
      upsert.run(
        bucket,
        key,
        file,
        size,
        etag,
        modified,
        contentType,
        JSON.stringify(metadata),
        JSON.stringify(tags),
      );
      if (before !== undefined) {
        removeFile(before.file);
      }
      return { bucket, key, size, etag, modified, contentType, metadata, tags };
    },
    find(bucket, key) {
      const found = rowOf(bucket, key);
      return found && objectOf(found);
    },
    read({ bucket, key }) {
      const found = rowOf(bucket, key);
      return found === undefined ? Buffer.alloc(0) : readFileSync(join(directory, found.file));
    },
    tag: (bucket, key, tags) => void tag.run(JSON.stringify(tags), bucket, key),
    remove(bucket, key) {
      const found = rowOf(bucket, key);
      remove.run(bucket, key);
      if (found !== undefined) {
        removeFile(found.file);
      }
      return found !== undefined;
    },
    list: (bucket, { prefix, after, limit }) =>
      list.all(bucket, prefix, prefix, after, limit).map((found) => objectOf(row.parse(found))),
  };
}
