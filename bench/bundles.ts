/**
 * What a function's bundle weighs and how fast it loads: `npm run bench`, or `node bench/bundles.ts [rounds]`.
 * Sizes are counts. Times are ratios to what the same machine needs, at the same time: a process that loads the bundle
 * to one that loads an empty module, and what loading adds to that to what the DynamoDB clients alone, unbundled, add.
 * Exits with 1 when a bundle is over the budget.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions, writeBundle, type Bundle } from '../tools/bundle-functions.ts';
import { build } from '../tools/build.ts';
import { loadTimes } from './load-time.ts';

/** Bytes that a function may load before its first event. */
const budget = 450_000;

const root = join(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 9);

await build(root);
const bundles = [...(await bundleFunctions(root)).values()];
const folder = mkdtempSync(join(root, '.build', 'bench-'));
try {
  const empty = write('empty.mjs', '');
  const sdk = write('sdk.mjs', "import '@aws-sdk/client-dynamodb'; import '@aws-sdk/lib-dynamodb';");
  const entries = new Map(bundles.map((bundle) => [bundle, unpack(bundle)]));
  const times = await loadTimes([empty, sdk, ...entries.values()], rounds);
  const time = (module: string | undefined) => times.get(module ?? '') ?? NaN;
  console.log('| function | kB at start | kB in all | process, empty = 1 | load, SDK unbundled = 1 |');
  console.log('| --- | --: | --: | --: | --: |');
  for (const bundle of bundles.toSorted((a, b) => atStart(b) - atStart(a))) {
    const loaded = time(entries.get(bundle));
    const cells = [
      bundle.name,
      kilobytes(atStart(bundle)),
      kilobytes(inAll(bundle)),
      (loaded / time(empty)).toFixed(2),
      ((loaded - time(empty)) / (time(sdk) - time(empty))).toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(`\nMedians of ${rounds}; an empty process takes ${time(empty).toFixed(0)} ms here.`);
  const over = bundles.filter((bundle) => atStart(bundle) > budget).map(({ name }) => name);
  if (over.length > 0) {
    console.error(`over ${kilobytes(budget)} kB: ${over.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function unpack(bundle: Bundle): string {
  const directory = join(folder, bundle.name);
  mkdirSync(directory);
  writeBundle(bundle, directory);
  return join(directory, 'index.mjs');
}

/** Bytes of `index.mjs` and of what it imports by itself, not by `import()`. */
function atStart({ metafile: { outputs } }: Bundle): number {
  const loaded = new Set<string>();
  const load = (path: string): number => {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) return 0;
    loaded.add(path);
    return output.imports
      .filter(({ kind }) => kind === 'import-statement')
      .reduce((sum, imported) => sum + load(imported.path), output.bytes);
  };
  return Object.keys(outputs)
    .filter((path) => outputs[path]?.entryPoint !== undefined && path.endsWith('/index.mjs'))
    .reduce((sum, path) => sum + load(path), 0);
}

function inAll({ files }: Bundle): number {
  return [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function kilobytes(bytes: number): string {
  return Math.round(bytes / 1000).toString();
}
