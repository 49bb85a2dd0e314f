import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../local/synthesize.ts';
import { scratch } from '../scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Directory of the synthesized app, made once for all journeys. */
    assembly: string;
  }
}

/** One for all projects of a run: whoever comes second finds it made. */
const assembly = join(scratch, 'assembly');

/** Synthesizes the app before the journeys run on it. */
export default async function setup(project: TestProject): Promise<() => void> {
  mkdirSync(scratch, { recursive: true });
  await synthesize(assembly);
  project.provide('assembly', assembly);
  return () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
