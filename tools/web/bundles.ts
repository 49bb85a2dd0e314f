import { gzipSync } from 'node:zlib';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, OutputFile } from 'esbuild';

/** Most bytes that a page's script may have, compressed: phones on slow lines are where people apply. */
const budget = 30_000;

/** A page's script has outgrown what pages may weigh. */
export class OverBudget extends Error {
  constructor(name: string, bytes: number) {
    super(`${name} weighs ${bytes} bytes compressed; ${budget} are allowed`);
    this.name = 'OverBudget';
  }
}

export interface Bundle {
  /** Path below the site's root: `assets/careers-1A2B3C4D.js`. */
  readonly path: string;
  readonly contents: Uint8Array;
}

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles a script or style sheet under a name that changes with what is in it.
 * @throws OverBudget
 */
export async function hashed(rootDir: string, entry: string): Promise<Bundle> {
  const outdir = join(rootDir, 'web/dist/assets');
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: rootDir,
    entryPoints: [entry],
    outdir,
    entryNames: '[name]-[hash]',
    format: 'esm',
  });
  return weighed(only(outputFiles, entry), join(rootDir, 'web/dist'));
}

/** Bundles a style sheet under the name that others know it by. */
export async function named(rootDir: string, entry: string, name: string): Promise<Bundle> {
  const { outputFiles } = await build({ ...common, absWorkingDir: rootDir, entryPoints: [entry] });
  return { path: name, contents: only(outputFiles, entry).contents };
}

/**
 * Bundles the embed: one classic script with its style inside, under the name that foreign pages know.
 * @throws OverBudget
 */
export async function embed(rootDir: string): Promise<Bundle> {
  const sheet = await build({ ...common, absWorkingDir: rootDir, entryPoints: ['web/careers/embed.css'] });
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: rootDir,
    entryPoints: ['web/careers/embed.ts'],
    outfile: join(rootDir, 'web/dist/embed/hearback-apply.js'),
    format: 'iife',
    define: { EMBED_STYLE: JSON.stringify(only(sheet.outputFiles, 'embed.css').text) },
  });
  return weighed(only(outputFiles, 'embed.ts'), join(rootDir, 'web/dist'));
}

function only(files: readonly OutputFile[], entry: string): OutputFile {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Error(`${entry} gave ${files.length} files, not one`);
  return file;
}

function weighed({ path, contents }: OutputFile, dist: string): Bundle {
  const bytes = gzipSync(contents).byteLength;
  if (path.endsWith('.js') && bytes > budget) throw new OverBudget(relative(dist, path), bytes);
  return { path: relative(dist, path), contents };
}
