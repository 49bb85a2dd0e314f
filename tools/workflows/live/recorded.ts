import type { Run } from '../subcommand.ts';
import { argumentsOf } from './arguments.ts';

/** `recorded`: what was decided in the applications that were closed last, as `replay` takes it. */
export const run: Run = async (args, { print }) => {
  const { signIn, values } = argumentsOf(args, { last: { type: 'string', default: '500' } });
  const api = await signIn();
  const answer = await api.ask('listRecorded', { query: { last: values.last } });
  print(`${JSON.stringify(answer, undefined, 2)}\n`);
  return 0;
};
