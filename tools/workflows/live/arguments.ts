import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { canaryAsked } from '../../../domain/api/admin/releases.ts';
import { force, note } from '../../../domain/publishing/revision.ts';
import { UsageError } from '../subcommand.ts';
import { Api } from './api.ts';

/** Where `npm start` serves the product. */
const laptop = 'http://127.0.0.1:4800';

const common = {
  site: { type: 'string', default: process.env['HEARBACK_SITE'] ?? laptop },
  as: { type: 'string' },
} as const;

/**
 * Reads the arguments of a subcommand that talks to a deployment. `signIn` comes last: nobody signs in for a call that was
 * written wrongly.
 * @throws UsageError
 */
export function argumentsOf<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  const parsed = read(args, { ...common, ...options });
  const { site, as } = parsed.values as { site: string; as?: string };
  return { signIn: () => Api.open({ site, as }), ...parsed };
}

function read<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Why something is done, for those who come after.
 * @throws UsageError when that is not said
 */
export function noteIn({ note: given }: Readonly<Record<string, unknown>>): string {
  if (given === undefined)
    throw new UsageError("Say why in a few words, for those who come after you: --note '…'");
  const said = note.safeParse(given);
  if (!said.success)
    throw new UsageError('--note takes 3 to 500 characters that say why, for those who come after you.');
  return said.data;
}

/**
 * Why something is published although the proof does not hold.
 * @throws UsageError when that is not said
 */
export function forceIn({ force: given }: Readonly<Record<string, unknown>>) {
  if (given === undefined) return undefined;
  const asked = force.safeParse({ reason: given });
  if (!asked.success)
    throw new UsageError(
      '--force takes the reason why this goes out although the proof does not hold, in 10 to 500 characters.',
    );
  return asked.data;
}

/**
 * How a release is tried first: `10%/24h`.
 * @throws UsageError for what is no share, or no time
 */
export function canaryIn({ canary: given }: Readonly<Record<string, unknown>>) {
  if (given === undefined) return undefined;
  const [, percent, hours] = /^(\d+)%?\/(\d+)h?$/.exec(typeof given === 'string' ? given : '') ?? [];
  const asked = canaryAsked.safeParse({ percent: Number(percent), hours: Number(hours) });
  if (!asked.success)
    throw new UsageError(
      '--canary takes a share of new applications, 1 to 99 %, and the hours it is tried, 1 to 336: 10%/24h.',
    );
  return asked.data;
}

/** @throws UsageError for what is no number of a release */
export function releaseIn(text: string): number {
  if (!/^\d+$/.test(text))
    throw new UsageError(`${text} is no release: npm run workflows -- list shows their numbers.`);
  return Number(text);
}
