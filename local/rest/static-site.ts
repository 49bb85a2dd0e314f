import { readFile } from 'node:fs/promises';
import { extname, relative, resolve, sep } from 'node:path';
import type { LocalHandler, LocalReply } from './exchange.ts';
import type { PageFunction } from './page-function.ts';

/** Content types of what a built site holds; anything else is only offered for download. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export const contentTypeOf = (path: string): string =>
  CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** The file an address in the bucket stands for, or undefined when it leaves the directory or names a hidden file. */
function fileOf(directory: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const file = resolve(directory, `.${path}`);
  const isInside = file.startsWith(resolve(directory) + sep);
  const isHidden = path.split(/[/\\]/).some((segment) => segment.startsWith('.'));
  return isInside && !isHidden && !path.includes('\0') ? file : undefined;
}

async function contentOf(file: string | undefined): Promise<Buffer | undefined> {
  if (file === undefined) {
    return undefined;
  }
  try {
    return await readFile(file);
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}

/** What S3 answers whoever may not list the bucket and asks for what is not in it. */
const denied =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

/**
 * Serves the files of a directory as the site's bucket behind CloudFront does: GET and HEAD only, of the file that
 * `pages` finds for an address. `headersAt` gives the headers of a path's reply, `headersOf` those a file below the
 * directory has of its own.
 */
export function createStaticSite(
  directory: string,
  pages: PageFunction,
  headersAt: (path: string) => Readonly<Record<string, string>>,
  headersOf: (file: string) => Readonly<Record<string, string>>,
): LocalHandler {
  return async ({ method, path }): Promise<LocalReply> => {
    const headers = headersAt(path);
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, headers: { ...headers, allow: 'GET, HEAD' }, body: '' };
    }
    const key = pages.fileOf(path);
    const file = fileOf(directory, key);
    const content = await contentOf(file);
    if (file === undefined || content === undefined) {
      return { status: 403, headers: { ...headers, 'content-type': 'application/xml' }, body: denied };
    }
    return {
      status: pages.statusOf(key, 200),
      headers: { ...headers, ...headersOf(relative(directory, file)), 'content-type': contentTypeOf(file) },
      body: content,
    };
  };
}
