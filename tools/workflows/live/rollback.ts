import { releaseBefore } from '../../../domain/publishing/release-before.ts';
import { Hindered, Unfit } from '../subcommand.ts';
import type { Run } from '../subcommand.ts';
import { noteIn, argumentsOf, releaseIn } from './arguments.ts';

/** `rollback --note TEXT [RELEASE]`: new applications start on an earlier release again, the one before by default. */
export const run: Run = async (args, { print }) => {
  const { signIn, values, positionals } = argumentsOf(args, { note: { type: 'string' } });
  const note = noteIn(values);
  const [given] = positionals;
  const named = given === undefined ? undefined : releaseIn(given);
  const api = await signIn();
  const { live, releases } = await api.ask('listReleases');
  if (live.canary && named === undefined)
    throw new Unfit(
      `release ${live.canary.release} is still being tried: stop takes it back, finish lets every new application start on it`,
    );
  const before = releaseBefore(live.release, releases);
  const wanted = named ?? before;
  if (wanted === undefined) throw new Hindered('There is no release before this one.');
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
