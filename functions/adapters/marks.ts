import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { markOf, markPrefix, readMark } from '../../domain/erasure/erasure.ts';
import type { Erasure } from '../../domain/erasure/erasure.ts';
import type { Files } from './files.ts';

/** Deletes a file; one that is gone stays gone. */
export async function deleteFile({ client, bucket }: Files, key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
}

/** Leaves the mark that an application was erased, outside the table: a table restored from a backup has lost its own. */
export async function leaveMark({ client, bucket }: Files, erased: Erasure): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: markOf(erased), Body: '' }));
}

/** Every mark there is, in pages of up to a thousand. */
export async function* marks(files: Files) {
  for await (const page of listFiles(files, { Prefix: markPrefix }))
    yield page.flatMap((key) => readMark(key) ?? []);
}

/** The keys of files, in their order and in pages of up to a thousand. */
export async function* listFiles(
  { client, bucket }: Files,
  which: { readonly Prefix: string; readonly StartAfter?: string },
): AsyncGenerator<string[]> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, ...which, ContinuationToken: token }),
    );
    yield (page.Contents ?? []).map(({ Key = '' }) => Key);
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
