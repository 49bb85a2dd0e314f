import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ephemeralDirectory, keptDirectory } from '../../local/data-directory.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hearback-data-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a directory has one holder at a time', () => {
  const held = keptDirectory(directory);
  expect(() => keptDirectory(directory)).toThrow(
    /is in use by process \d+: stop it or choose another with --data/,
  );
  held.release();
  keptDirectory(directory).release();
});

test('what a killed process left behind holds nobody off', () => {
  // No process has this id: Linux gives out at most 4,194,304.
  writeFileSync(join(directory, 'lock'), '99999999 1');
  keptDirectory(directory).release();
});

test('a later process with the same id is not the holder', () => {
  writeFileSync(join(directory, 'lock'), `${process.pid} 1`);
  keptDirectory(directory).release();
});

test('an ephemeral directory is gone when released', () => {
  const made = ephemeralDirectory();
  expect(existsSync(made.path)).toBe(true);
  made.release();
  expect(existsSync(made.path)).toBe(false);
});
