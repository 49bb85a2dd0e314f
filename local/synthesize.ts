import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

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

/**
 * Builds what the app publishes and synthesizes it, as `cdk synth` would but without the CLI around it, into
 * `directory`. Throws an Error with what the app said.
 */
export async function synthesize(directory: string): Promise<void> {
  await node('tools/build.ts', {});
  await node('infra/app.ts', { CDK_OUTDIR: directory });
}
