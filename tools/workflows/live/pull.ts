import { writeFileSync } from 'node:fs';
import type { Run } from '../subcommand.ts';
import { open } from './arguments.ts';
import { paths, readFiles } from './files.ts';
import { liveOf } from './live-texts.ts';

/** `pull [FILE…]`: writes what is live into the repository's files, where it differs. */
export const run: Run = async (args, surroundings) => {
  const { root, print } = surroundings;
  const { api, positionals } = await open(args, {});
  let written = 0;
  for (const pair of await liveOf(api, readFiles(positionals, surroundings))) {
    if (pair.text === pair.live) continue;
    const file =
      pair.kind === 'workflow'
        ? paths.workflow(root, pair.workflow)
        : pair.kind === 'settings'
          ? paths.settings(root)
          : paths.template(root, pair.locale, pair.message);
    writeFileSync(file, pair.live);
    print(`${pair.title} is now as it is live\n`);
    written += 1;
  }
  if (written === 0) print('nothing differs from what is live\n');
  return 0;
};
