import { readFile } from 'node:fs/promises';
import { extname, relative, resolve, sep } from 'node:path';
import type { LocalHandler, LocalReply } from './exchange.ts';

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

/** Below `/console/` all but its own files is its one page, as the site's CloudFront function has it. */
const CONSOLE_PAGE = /^\/console(\/(?!assets\/|config\.json$)|$)/;

/** `/careers/` and `/careers` are the file `/careers/index.html`. */
function pathOfFile(path: string): string {
  if (path.endsWith('/')) return `${path}index.html`;
  return extname(path) === '' ? `${path}/index.html` : path;
}

/** The file a URL path stands for, or undefined when it leaves the directory or names a hidden file. */
function fileOf(directory: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (CONSOLE_PAGE.test(path)) path = '/console/index.html';
  const file = resolve(directory, `.${pathOfFile(path)}`);
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

/**
 * Serves the files of a directory as the site's bucket behind CloudFront does: GET and HEAD only, `/` means
 * `index.html`, `404.html` (when there is one) for what is not there. `headersAt` gives the headers of a path's reply,
 * `headersOf` those a file below the directory has of its own.
 */
export function createStaticSite(
  directory: string,
  headersAt: (path: string) => Readonly<Record<string, string>>,
  headersOf: (file: string) => Readonly<Record<string, string>>,
): LocalHandler {
  return async ({ method, path }): Promise<LocalReply> => {
    const headers = headersAt(path);
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, headers: { ...headers, allow: 'GET, HEAD' }, body: '' };
    }
    const file = fileOf(directory, path);
    const content = await contentOf(file);
    if (file !== undefined && content !== undefined) {
      return {
        status: 200,
        headers: { ...headers, ...headersOf(relative(directory, file)), 'content-type': contentTypeOf(file) },
        body: content,
      };
    }
    const missing = await contentOf(fileOf(directory, '/404.html'));
    return {
      status: 404,
      headers: {
        ...headers,
        'content-type': missing === undefined ? 'text/plain; charset=utf-8' : contentTypeOf('404.html'),
      },
      body: missing ?? 'There is no such page.',
    };
  };
}
