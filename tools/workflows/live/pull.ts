import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';
import { readFiles } from './files.ts';
import { liveOf } from './live-texts.ts';
import { placeOf } from './place.ts';

/** `pull [FILE…]`: writes what is live into these files, or into all of the repository, where it differs. */
export const run: Run = async (args, surroundings) => {
  const { root, folder, print } = surroundings;
  const { signIn, positionals } = argumentsOf(args, {});
  const files = readFiles(positionals, surroundings);
  const api = await signIn();
  const named = positionals.map((file) => resolve(folder, file));
  let written = 0;
  for (const pair of await liveOf(api, files)) {
    if (pair.text === pair.live) continue;
    writeFileSync(placeOf(pair, named, root), pair.live);
    print(`${pair.title} is now as it is live\n`);
    written += 1;
  }
  if (written === 0) print('nothing differs from what is live\n');
  return 0;
};
