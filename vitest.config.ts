import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { scratch } from './test/scratch.ts';

/** What keeps nothing between calls need not be loaded anew for each file. */
const stateless = ['domain', 'infra', 'simulator', 'templates', 'tools', 'web', 'workflows'].map(
  (part) => `test/${part}/**/*.test.ts`,
);

/** Whole systems on the embedded cloud: they share one synthesized assembly and the built pages. */
const whole = { globalSetup: ['test/journeys/assembly.ts'], env: { TMPDIR: scratch } };

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the two cores of a small machine: tests wait for pages and processes, too.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
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
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          isolate: false,
          ...whole,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // A browser on a busy machine may miss a moment; a page that is wrong is wrong twice.
          retry: 1,
          testTimeout: 120_000,
          isolate: false,
          ...whole,
        },
      },
    ],
  },
});
