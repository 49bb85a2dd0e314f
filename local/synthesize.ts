import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

async function node(script: string, environment: Readonly<Record<string, string>>): Promise<void> {
  try {
    await run(process.execPath, [join(root, script)], {
      cwd: root,
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`${script} failed:\n${said}`, { cause: error });
  }
}

/** Everything an assembly is made of. */
const INPUTS = [
  'infra',
  'functions',
  'domain',
  'simulator',
  'workflows',
  'templates',
  'tools',
  'cdk.json',
  'hearback.config.json',
  'package-lock.json',
];

function inputFiles(): string[] {
  return INPUTS.flatMap((input) => {
    const path = join(root, input);
    if (!existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  }).sort();
}

function digestOfInputs(): string {
  const hash = createHash('sha256');
  for (const file of inputFiles()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const cdkJson = z.object({ context: z.record(z.string(), z.json()).default({}) });

/** What the CDK CLI tells an app besides the directory: the context of cdk.json and its own defaults. */
function cliContext(): string {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
  const defaults = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  return JSON.stringify({ ...defaults, ...context });
}

/**
 * Builds what the app publishes and synthesizes it, as `cdk synth` would but without the CLI around it, into
 * `directory`; an assembly of the same inputs is left as it is. Throws an Error with what the app said.
 */
export async function synthesize(directory: string): Promise<void> {
  const stamp = join(directory, 'inputs.sha256');
  const digest = digestOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  rmSync(stamp, { force: true });
  await node('tools/build.ts', {});
  await node('infra/app.ts', { CDK_OUTDIR: directory, CDK_CONTEXT_JSON: cliContext() });
  writeFileSync(stamp, digest);
}
