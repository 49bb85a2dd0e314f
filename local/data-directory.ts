import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { processIdentity, runningProcess } from './process-identity.ts';

/** Where the cloud keeps everything. */
export interface DataDirectory {
  readonly path: string;
  /** Gives the directory free; an ephemeral one is deleted. */
  release(): void;
}

/** A new temporary directory, gone when released. */
export function ephemeralDirectory(): DataDirectory {
  const path = mkdtempSync(join(tmpdir(), 'hearback-'));
  return { path, release: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Takes a directory for this process. Throws an Error when another running cloud has it. */
export function keptDirectory(directory: string): DataDirectory {
  const path = resolve(directory);
  if (existsSync(path) && !statSync(path).isDirectory())
    throw new Error(`${path} is a file: --data takes a directory`);
  mkdirSync(path, { recursive: true });
  const lock = join(path, 'lock');
  for (;;) {
    try {
      writeFileSync(lock, processIdentity(process.pid), { flag: 'wx' });
      return { path, release: () => rmSync(lock, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = runningProcess(readFileSync(lock, 'utf8'));
      if (holder !== undefined) {
        throw new Error(`${path} is in use by process ${holder}: stop it or choose another with --data`, {
          cause: error,
        });
      }
      // Left behind by a process that was killed.
      rmSync(lock, { force: true });
    }
  }
}
