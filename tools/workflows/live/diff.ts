import { compareLines } from '../../../domain/publishing/compare-lines.ts';
import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';
import { readFiles } from './files.ts';
import { liveOf } from './live-texts.ts';

/** `diff [FILE…]`: what differs between files and what is live; gives 1 when something does. */
export const run: Run = async (args, surroundings) => {
  const { signIn, positionals } = argumentsOf(args, {});
  const files = readFiles(positionals, surroundings);
  const api = await signIn();
  let different = 0;
  for (const { title, text, live } of await liveOf(api, files)) {
    if (text === live) continue;
    different += 1;
    surroundings.print(`${title}\n`);
    for (const { line, lines } of compareLines(live, text)) {
      surroundings.print(`@@ line ${line}\n`);
      for (const { change, text: said } of lines) surroundings.print(`${marks[change]}${said}\n`);
    }
  }
  surroundings.print(different === 0 ? 'nothing differs from what is live\n' : '');
  return different === 0 ? 0 : 1;
};

const marks = { same: '  ', added: '+ ', removed: '- ' } as const;
