/** `npm run workflows -- …`: everything an editor of the workflows needs before publishing. */
import { Hindered, type Run, Unfit, UsageError } from './workflows/subcommand.ts';
import type { Surroundings } from './workflows/subcommand.ts';

interface Subcommand {
  /** Its arguments, as usage shows them. */
  readonly takes: string;
  readonly summary: string;
  /** Each is loaded only when it is asked for. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  check: {
    takes: '[--json] [FILE…]',
    summary: 'finds what is wrong with the workflows, with these files in place of the shipped ones',
    load: () => import('./workflows/check.ts'),
  },
  simulate: {
    takes:
      '[--scenario FILE|NAME | --journeys N [--seed N]] [--at INSTANT] [--workflow NAME] [--edit FILE]… [--json]',
    summary: 'plays whole journeys on a virtual clock and shows who hears what when',
    load: () => import('./workflows/simulate.ts'),
  },
  prove: {
    takes: '[--edit FILE]… [--places N] [--json]',
    summary: 'looks at every path and shows where a promise to a candidate would break',
    load: () => import('./workflows/prove.ts'),
  },
  replay: {
    takes: '--edit FILE… [--recorded FILE | --last N] [--json]',
    summary:
      'plays what was decided in past applications against an edit: who would have heard earlier or later',
    load: () => import('./workflows/replay.ts'),
  },
  recorded: {
    takes: '[--last N]',
    summary: 'shows what was decided in past applications, by ids alone, as replay takes it',
    load: () => import('./workflows/live/recorded.ts'),
  },
  list: {
    takes: '',
    summary: 'shows what is live, what is tried, and how many applications run on what',
    load: () => import('./workflows/live/list.ts'),
  },
  diff: {
    takes: '[FILE…]',
    summary: 'shows what differs between files and what is live',
    load: () => import('./workflows/live/diff.ts'),
  },
  publish: {
    takes: '--note TEXT [--canary 10%/24h] [--force REASON] [--from RELEASE] [FILE…]',
    summary: 'checks, proves and publishes files that differ from what is live',
    load: () => import('./workflows/live/publish.ts'),
  },
  finish: {
    takes: '',
    summary: 'lets every new application start on the release that is being tried',
    load: async () => ({ run: (await import('./workflows/live/canary.ts')).finish }),
  },
  stop: {
    takes: '',
    summary: 'takes the release back that is being tried',
    load: async () => ({ run: (await import('./workflows/live/canary.ts')).stop }),
  },
  rollback: {
    takes: '--note TEXT [RELEASE]',
    summary: 'lets new applications start on an earlier release again',
    load: () => import('./workflows/live/rollback.ts'),
  },
  pull: {
    takes: '[FILE…]',
    summary: 'writes what is live into the files of the repository',
    load: () => import('./workflows/live/pull.ts'),
  },
  audit: {
    takes: '',
    summary: 'shows what was published, tried and taken back, by whom and why',
    load: () => import('./workflows/live/audit.ts'),
  },
  schema: {
    takes: '',
    summary: 'writes the JSON Schemas that complete and explain workflows and scenarios in an editor',
    load: () => import('./workflows/schema.ts'),
  },
};

function usage(): string {
  const lines = Object.entries(subcommands).map(([name, { takes, summary }]) => {
    const call = `  ${name} ${takes}`.trimEnd();
    return `${call}\n      ${summary}`;
  });
  const deployed = `From recorded to audit they talk to a deployment: --site URL or HEARBACK_SITE, the laptop's by default.
There --as NAME says who you are; elsewhere your browser opens the sign-in, or HEARBACK_TOKEN holds a token.`;
  return `Usage: npm run workflows -- SUBCOMMAND\n\n${lines.join('\n')}\n\n${deployed}\n`;
}

/** Runs a subcommand and gives the exit code; 2 when the call itself was wrong. */
export async function workflows(
  [name = '', ...rest]: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  if (name === '--help' || rest.includes('--help')) {
    surroundings.print(usage());
    return 0;
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!subcommand) {
    surroundings.print(`${name === '' ? '' : `There is no subcommand '${name}'.\n\n`}${usage()}`);
    return 2;
  }
  try {
    const { run } = await subcommand.load();
    return await run(rest, surroundings);
  } catch (error) {
    const foreseen = [Unfit, UsageError, Hindered].some((kind) => error instanceof kind);
    if (!(error instanceof Error) || !foreseen) throw error;
    const { message } = error;
    const code = error instanceof Unfit ? 1 : 2;
    const call = `npm run workflows -- ${name} ${subcommand.takes}`.trimEnd();
    const words = error instanceof UsageError ? `${message}\n\nUsage: ${call}\n` : `${message}\n`;
    // Whoever asked for JSON reads nothing else.
    surroundings.print(rest.includes('--json') ? `${JSON.stringify({ error: message })}\n` : words);
    return code;
  }
}

if (import.meta.main) {
  process.exitCode = await workflows(process.argv.slice(2), {
    root: new URL('..', import.meta.url).pathname,
    // npm runs scripts in the repository and says here where it was called.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    print: (text) => process.stdout.write(text),
  });
}
