import { appendFile, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lines kept in memory per function. */
const RING = 1_000;

/** What the functions wrote: the last lines in memory, all of them in one file per function. */
export class LogBook {
  readonly #directory: string;
  readonly #lines = new Map<string, string[]>();

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.#directory = directory;
  }

  /** Gives the function that takes the lines of one source. */
  for(source: string): (line: string) => void {
    const path = join(this.#directory, `${source}.log`);
    const kept = this.#lines.get(source) ?? [];
    this.#lines.set(source, kept);
    return (line) => {
      kept.push(line);
      if (kept.length > RING) kept.shift();
      // The line is in memory already; a full disk must not stop the cloud, but it is told.
      appendFile(path, `${line}\n`, (error) => {
        if (error !== null && kept.at(-1) !== error.message) kept.push(error.message);
      });
    };
  }

  /** The last lines of a source, oldest first; undefined when it has written none. */
  of(source: string): readonly string[] | undefined {
    return this.#lines.get(source);
  }

  /** Names of everything that has a log. */
  sources(): string[] {
    return [...this.#lines.keys()];
  }
}
