import { encodeTime } from 'ulid';
import { isAbandoned, resumeKeyOf, uploadPrefix } from '../../domain/api/intake/resume.ts';
import type { Eraser } from './erasing.ts';
import { deleteFile, listFiles } from './marks.ts';
import { readEach } from './store/read-each.ts';
import { isHandedIn } from './store/uploads.ts';

/** How far back a run looks, in milliseconds: two weeks of runs that failed leave nothing behind. */
const lookedBack = 16 * 86_400_000;

/**
 * Deletes uploads of the last weeks that no application has named: their form was never sent, or not taken. A rule of the
 * bucket cannot tell them from résumés: it can look for a tag, and only the scanner may set one.
 */
export async function deleteAbandoned(
  { table, files }: Pick<Eraser, 'table' | 'files'>,
  at: string,
): Promise<void> {
  const StartAfter = resumeKeyOf(encodeTime(Date.parse(at) - lookedBack));
  for await (const page of listFiles(files, { Prefix: uploadPrefix, StartAfter })) {
    // Keys sort by time.
    const old = page.filter((key) => isAbandoned(key, at));
    for await (const [key, isKept] of readEach(old, (upload) => isHandedIn(table, upload))) {
      if (!isKept) await deleteFile(files, key);
    }
    if (old.length < page.length) return;
  }
}
