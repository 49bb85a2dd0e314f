import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../local/synthesize.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Directory of the synthesized app, made once for all journeys. */
    assembly: string;
  }
}

/** One for all projects of a run: whoever comes second finds it made. */
const assembly = join(tmpdir(), `hearback-assembly-${process.pid}`);

/** Synthesizes the app before the journeys run on it. */
export default async function setup(project: TestProject): Promise<() => void> {
  await synthesize(assembly);
  project.provide('assembly', assembly);
  return () => rmSync(assembly, { recursive: true, force: true });
}
