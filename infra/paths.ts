import { fileURLToPath } from 'node:url';

/** Absolute path of something named from the root of the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
