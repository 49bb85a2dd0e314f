import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { scratch } from './test/scratch.ts';

/** What keeps nothing between calls need not be loaded anew for each file. */
const stateless = ['domain', 'infra', 'simulator', 'templates', 'tools', 'web', 'workflows'].map(
  (part) => `test/${part}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As many as a small machine has cores: browsers and clouds work beside them. A third took a quarter
    // longer on two cores: what waits for one another across cores costs more than the idle time it would fill.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A browser on a busy machine may miss a moment; a page that is wrong is wrong twice.
    tags: [{ name: 'browser', retry: 1, timeout: 120_000 }],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/browser/**', ...stateless],
          isolate: false,
          // Powertools then writes through the global console, where a test can read along.
          env: { POWERTOOLS_DEV: 'true', POWERTOOLS_METRICS_DISABLED: 'false' },
          restoreMocks: true,
          unstubEnvs: true,
        },
      },
      { extends: true, test: { name: 'stateless', include: stateless, isolate: false } },
      {
        // The embedded cloud, driven by HTTP or by a browser: one for each process, and one assembly for all.
        extends: true,
        test: {
          name: 'whole',
          include: ['test/journeys/**/*.test.ts', 'test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          isolate: false,
          globalSetup: ['test/journeys/assembly.ts'],
          env: { TMPDIR: scratch },
        },
      },
    ],
  },
});
