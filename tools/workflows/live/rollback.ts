import { UsageError } from '../subcommand.ts';
import type { Run } from '../subcommand.ts';
import { noteIn, open, releaseIn } from './arguments.ts';

/** `rollback --note TEXT [RELEASE]`: new applications start on an earlier release again, the one before by default. */
export const run: Run = async (args, { print }) => {
  const { api, values, positionals } = await open(args, { note: { type: 'string' } });
  const note = noteIn(values);
  const { live, releases } = await api.ask('listReleases');
  const [named] = positionals;
  const before = releases.find(({ release }) => release < live.release)?.release;
  const wanted = named === undefined ? before : releaseIn(named);
  if (wanted === undefined) throw new UsageError('There is no release before this one.');
  const { release } = await api.ask('restoreRelease', {
    params: { release: wanted },
    body: { note },
    ifMatch: live.release,
  });
  print(
    `release ${release.release} is live: the machines of release ${wanted}. New applications start on it; those under way keep theirs\n`,
  );
  return 0;
};
