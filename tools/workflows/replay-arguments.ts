import { parseArgs } from 'node:util';
import { UsageError } from './subcommand.ts';

interface Asked {
  readonly edit: readonly string[];
  readonly recorded?: string;
  readonly last: string;
  readonly json: boolean;
  /** What says which deployment, and as whom, as its own arguments. */
  readonly site: readonly string[];
}

/** @throws UsageError */
export function optionsOf(args: string[]): Asked {
  const { site, as, ...rest } = read(args);
  if (rest.edit.length === 0) throw new UsageError('replay takes at least one --edit FILE.');
  return {
    ...rest,
    site: [...(site === undefined ? [] : ['--site', site]), ...(as === undefined ? [] : ['--as', as])],
  };
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        edit: { type: 'string', multiple: true, default: [] },
        recorded: { type: 'string' },
        last: { type: 'string', default: '500' },
        json: { type: 'boolean', default: false },
        site: { type: 'string' },
        as: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
