import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { bareHttp } from './bundles/bare-http.ts';
import { leanSdk } from './bundles/lean-sdk.ts';
import { noJsonSchema } from './bundles/no-json-schema.ts';
import { inLanes } from './in-lanes.ts';

/**
 * How much garbage esbuild, which is written in Go, lets gather before it collects: four times what it uses, and a
 * fourth of the time goes. All bundles at once would take three times the memory. Source: go.dev/doc/gc-guide.
 */
process.env['GOGC'] ??= '400';

const handlers = ['functions/steps/*.ts', 'functions/events/*.ts', 'functions/api/*/handler.ts'];

/**
 * What the SDK would look for if it ran elsewhere: credentials where the environment has none (Lambda always sets
 * them there), a browser's name, streams of events that no operation here knows. Each is behind an `import()` that is
 * never reached, and would fail by the name of the package.
 */
const neverLoaded = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  '@smithy/core/event-streams',
  'bowser',
];

/** Leaves those out where they are loaded on demand; a client that imports one outright, as that of S3 does, needs it. */
const withoutNeverLoaded: Plugin = {
  name: 'without-never-loaded',
  setup: (build) =>
    build.onResolve({ filter: /^(@aws-sdk|@smithy|bowser)/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && neverLoaded.includes(path) ? { path, external: true } : undefined,
    ),
};

/** A bundled CommonJS dependency may still call `require` for a part of Node. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

export interface Bundle {
  /** What people call the function: `send-message`, `intake`. */
  readonly name: string;
  /** What Lambda unpacks: `index.mjs`, which holds the handler, and what it loads later. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

/** Bundles by the handler's file, named from the root of the repository. */
export type Bundles = ReadonlyMap<string, Bundle>;

/** What people call the function of a handler's file. */
export function functionName(entry: string): string {
  return entry.replace(/^functions\/(?:api|steps|events)\//, '').replace(/(?:\/handler)?\.ts$/, '');
}

/**
 * Bundles all handlers. The SDK is part of each bundle; what a function rarely needs and therefore imports by
 * `import()` is a file of its own beside `index.mjs`, loaded when it is asked for (docs/adr/0012-bundles.md).
 */
export async function bundleFunctions(rootDir: string): Promise<Bundles> {
  const plugins = [withoutNeverLoaded, leanSdk(namedIn(join(rootDir, 'functions'))), noJsonSchema, bareHttp];
  const entries = globSync(handlers, { cwd: rootDir }).sort();
  return new Map(
    await inLanes(entries, async (entry) => [entry, await bundleFunction(rootDir, entry, plugins)] as const),
  );
}

async function bundleFunction(rootDir: string, entry: string, plugins: Plugin[]): Promise<Bundle> {
  const outdir = join(rootDir, 'never-written');
  const { outputFiles, metafile } = await build({
    entryPoints: { index: entry },
    absWorkingDir: rootDir,
    outdir,
    write: false,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    plugins,
    logLevel: 'warning',
  });
  const missing = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, kind, external }) => external && kind !== 'dynamic-import' && !isBuiltin(path));
  if (missing.length > 0)
    throw new Error(
      `${entry} needs ${missing.map(({ path }) => path).join(', ')}, which its bundle leaves out`,
    );
  const files = new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), contents]));
  return { name: functionName(entry), files, metafile };
}

/** Writes a bundle into a folder that exists. */
export function writeBundle({ files }: Bundle, directory: string): void {
  for (const [name, contents] of files) writeFileSync(join(directory, name), contents);
}

/** Whether a word occurs in the sources below a folder. */
function namedIn(folder: string): (word: string) => boolean {
  const words = new Set(
    globSync('**/*.ts', { cwd: folder }).flatMap(
      (file) => readFileSync(join(folder, file), 'utf8').match(/\w+/g) ?? [],
    ),
  );
  return (word) => words.has(word);
}
