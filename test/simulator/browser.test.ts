import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { currentTexts, parsed } from '../../tools/workflows/read.ts';

const root = new URL('../..', import.meta.url).pathname;

/** What the console's worker does with the texts in its editor. */
const worker = `
  import { contextOf } from './simulator/lint/context.ts';
  import { lintDefinition } from './simulator/lint/lint.ts';
  import { prove } from './simulator/proof/prove.ts';
  import { readMachines } from './simulator/what-if/model/machines.ts';
  import { play } from './simulator/what-if/play.ts';
  import { scenarios } from './simulator/what-if/scenarios.ts';
  globalThis.answer = async ({ machines, settings }) => {
    const context = contextOf(new Map(Object.entries(machines)), new Set());
    const found = lintDefinition('loyalty-offer', machines['loyalty-offer'], context);
    const { outcome } = await play({ machines: readMachines(machines), settings }, scenarios[0], { at: '2026-03-02T09:00:00.000Z' });
    const { places } = await prove({ machines, settings, templateFault: undefined }, 2);
    return { findings: found.length, outcome, places };
  };`;

test('lint, simulation and proof run where there is nothing but what a browser has', async () => {
  const { outputFiles } = await build({
    stdin: { contents: worker, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'browser',
    write: false,
  });
  const texts = currentTexts(root);
  const { settings } = parsed(texts);
  const web = { TextEncoder, TextDecoder, URL, atob, btoa, crypto, console, structuredClone };
  const context = createContext({ ...web, texts: JSON.stringify({ machines: texts.machines, settings }) });
  runInContext(outputFiles[0]?.text ?? '', context);
  const answer: unknown = await runInContext('answer(JSON.parse(texts)).then(JSON.stringify)', context);
  const found = z
    .object({ findings: z.number(), outcome: z.string(), places: z.number() })
    .parse(JSON.parse(z.string().parse(answer)));
  expect(found.outcome).toBe('released');
  expect(found.places).toBeGreaterThan(2);
});
