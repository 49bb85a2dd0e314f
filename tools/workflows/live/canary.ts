import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';

const ending =
  (operation: 'finishCanary' | 'stopCanary', said: string): Run =>
  async (args, { print }) => {
    const api = await argumentsOf(args, {}).signIn();
    const { live } = await api.ask('listReleases');
    if (!live.canary) {
      print('no release is being tried\n');
      return 1;
    }
    const { release } = live.canary;
    await api.ask(operation, { params: { release } });
    print(`release ${release} ${said}\n`);
    return 0;
  };

/** `finish`: every new application starts on the release that is being tried. */
export const finish = ending('finishCanary', 'is live: every new application starts on it');

/** `stop`: no new application starts on the release that is being tried. */
export const stop = ending('stopCanary', 'is taken back: no new application starts on it');
