import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifest = z.object({ type: z.string().optional() });

/** Where a handler lives, and whether its file is CommonJS. */
export interface HandlerFile {
  readonly path: string;
  readonly exportName: string;
  readonly isCommonJs: boolean;
}

function declaresModules(directory: string): boolean {
  const path = join(directory, 'package.json');
  return existsSync(path) && manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).type === 'module';
}

/**
 * Finds the file of a Lambda handler `path/file.export` as the Node.js runtime does: `.js`, then `.mjs`, then `.cjs`.
 * A `.js` file is CommonJS unless the bundle's own package.json says otherwise.
 * Throws an Error when there is no such file.
 */
export function findHandler(directory: string, handler: string): HandlerFile {
  const dot = handler.lastIndexOf('.');
  const stem = join(directory, handler.slice(0, dot));
  for (const extension of ['.js', '.mjs', '.cjs']) {
    const path = stem + extension;
    if (!existsSync(path)) continue;
    const isCommonJs = extension === '.cjs' || (extension === '.js' && !declaresModules(directory));
    return { path, exportName: handler.slice(dot + 1), isCommonJs };
  }
  throw new Error(`cannot find the handler ${handler} in ${directory}`);
}
