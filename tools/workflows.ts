/** `npm run workflows -- …`: everything an editor of the workflows needs before publishing. */
import { check } from './workflows/check.ts';
import { schema } from './workflows/schema.ts';
import { type Subcommand, type Surroundings, UsageError } from './workflows/subcommand.ts';

const subcommands: Readonly<Record<string, Subcommand>> = { check, schema };

function usage(): string {
  const lines = Object.entries(subcommands).map(([name, { takes, summary }]) => {
    const call = `  ${name} ${takes}`.trimEnd();
    return `${call}\n      ${summary}`;
  });
  return `Usage: npm run workflows -- SUBCOMMAND\n\n${lines.join('\n')}\n`;
}

/** Runs a subcommand and gives the exit code; 2 when the call itself was wrong. */
export async function workflows(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    surroundings.print(usage());
    return name === undefined ? 2 : 0;
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!subcommand) {
    surroundings.print(`There is no subcommand '${name}'.\n\n${usage()}`);
    return 2;
  }
  try {
    return await subcommand.run(rest, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    surroundings.print(`${error.message}\n\n${usage()}`);
    return 2;
  }
}

if (import.meta.main) {
  process.exitCode = await workflows(process.argv.slice(2), {
    root: new URL('..', import.meta.url).pathname,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    print: (text) => process.stdout.write(text),
  });
}
