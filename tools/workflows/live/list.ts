import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';

/** `list`: what is live, what is tried, and how many run on what. */
export const run: Run = async (args, { print }) => {
  const api = await argumentsOf(args, {}).signIn();
  const { live, workflows } = await api.ask('listWorkflows');
  const { releases } = await api.ask('listReleases');
  const standing = releases.find(({ release }) => release === live.release);
  print(`release ${live.release} is live: ${standing ? by(standing) : ''}\n`);
  if (live.canary) {
    const { release, percent, until } = live.canary;
    print(`release ${release} is tried on ${percent} % of new applications until ${minute(until)}\n`);
  }
  for (const { workflow, live: revision, canary, inFlight } of workflows) {
    const tried = canary ? `, trying revision ${canary.revision}` : '';
    print(
      `  ${workflow.padEnd(20)} revision ${revision.revision}${tried}${inFlight.map(running).join('')}\n`,
    );
  }
  print('\n');
  for (const release of releases.slice(0, 10))
    print(`  ${String(release.release).padStart(3)}  ${by(release)}\n`);
  return 0;
};

interface Told {
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly changed: readonly string[];
  readonly proven: { readonly verdict: string; readonly reason?: string | undefined };
  readonly takenBack?: string | undefined;
}

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');

function by({ at, author, note, changed, proven, takenBack }: Told): string {
  const proof = {
    holds: 'proved',
    forced: `forced: ${proven.reason ?? ''}`,
    none: 'as deployed',
  }[proven.verdict];
  const what = changed.length === 0 ? 'nothing new' : changed.join(', ');
  return `${minute(at)} ${author}: ${note} [${what}; ${proof ?? proven.verdict}${takenBack ? '; tried and taken back' : ''}]`;
}

const running = (one: { version: number; revision: number | null; running: number; more: boolean }): string =>
  `\n      ${one.running}${one.more ? ' or more' : ''} in flight on revision ${one.revision ?? '?'} (version ${one.version})`;
