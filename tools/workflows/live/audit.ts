import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';

/** `audit`: what admins, deployments and the alarm did, newest first. */
export const run: Run = async (args, { print }) => {
  const api = await argumentsOf(args, {}).signIn();
  const { events } = await api.ask('readAudit');
  for (const { at, actor, type, note, detail } of events) {
    const said = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
    const why = note === undefined ? '' : ` (${note})`;
    print(`${at.slice(0, 16).replace('T', ' ')}  ${actor.padEnd(16)} ${type}${why}: ${said.join('; ')}\n`);
  }
  return 0;
};
