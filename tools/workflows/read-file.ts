import { readFileSync, statSync } from 'node:fs';
import { Hindered } from './subcommand.ts';

/**
 * What a file holds, without the mark that some editors put at its beginning.
 * @throws Hindered when it is not there or cannot be read
 */
export function readFile(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Hindered(`There is no file ${file}.`);
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Hindered(`${file} cannot be read: ${why}.`);
  }
}
