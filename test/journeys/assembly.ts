import type { TestProject } from 'vitest/node';
import { synthesized } from '../../local/demo/fresh-cloud.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Directory of the synthesized app, made once for all journeys. */
    assembly: string;
  }
}

/** Synthesizes the app before the journeys run on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { assembly, dispose } = await synthesized();
  project.provide('assembly', assembly);
  return dispose;
}
