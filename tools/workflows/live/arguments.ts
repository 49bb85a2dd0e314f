import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { note } from '../../../domain/publishing/revision.ts';
import { UsageError } from '../subcommand.ts';
import { Api } from './api.ts';

/** Where `npm start` serves the product. */
const laptop = 'http://127.0.0.1:4800';

const common = {
  site: { type: 'string', default: process.env['HEARBACK_SITE'] ?? laptop },
  as: { type: 'string' },
} as const;

/**
 * Reads the arguments of a subcommand that talks to a deployment, and signs in.
 * @throws UsageError
 */
export async function open<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  const parsed = read(args, { ...common, ...options });
  const { site, as } = parsed.values as { site: string; as?: string };
  return { api: await Api.open({ site, as }), ...parsed };
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
  const said = note.safeParse(given);
  if (!said.success) throw new UsageError("Say why in a few words, for those who come after you: --note '…'");
  return said.data;
}

/** @throws UsageError for what is no number of a release */
export function releaseIn(text: string): number {
  if (!/^\d+$/.test(text))
    throw new UsageError(`${text} is no release: npm run workflows -- list shows their numbers.`);
  return Number(text);
}
