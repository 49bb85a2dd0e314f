import { parseArgs } from 'node:util';
import { instantToMs } from './clock/instant.ts';

/** What the command line asks for. */
export interface CliOptions {
  readonly port: number;
  readonly awsPort: number;
  /** Undefined: a temporary directory. */
  readonly data: string | undefined;
  /** Epoch ms at which the clock is frozen. */
  readonly start: number | undefined;
  readonly json: boolean;
  /** Undefined: synthesize the app. */
  readonly assembly: string | undefined;
}

/** A command line that cannot be followed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: npm start -- [options]

  --port N              web address of site, API, inbox and controls (4800)
  --aws-port N          address of the AWS endpoint (4566); 0 takes a free port, also for --port
  --data DIR            where everything is kept between starts (.hearback)
  --ephemeral           keep nothing
  --start INSTANT       begin at this instant, e.g. 2026-03-02T09:00:00Z; time then moves only when told
  --no-synth            run the cloud assembly in cdk.out as it is
  --cloud-assembly DIR  run this cloud assembly
  --json                print one line of JSON when ready`;

function portNumber(text: string, option: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`${option} ${text} is not a port`);
  return port;
}

function instant(text: string): number {
  try {
    return instantToMs(text);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--start ${text} is not an instant`);
    throw error;
  }
}

const known = {
  port: { type: 'string', default: '4800' },
  'aws-port': { type: 'string', default: '4566' },
  data: { type: 'string' },
  ephemeral: { type: 'boolean', default: false },
  start: { type: 'string' },
  json: { type: 'boolean', default: false },
  'no-synth': { type: 'boolean', default: false },
  'cloud-assembly': { type: 'string' },
} as const;

function parse(argv: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof known }>>['values'] {
  try {
    return parseArgs({ args: [...argv], options: known }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Reads the command line. Throws UsageError for what it does not know. */
export function readOptions(argv: readonly string[]): CliOptions {
  const values = parse(argv);
  if (values.ephemeral && values.data !== undefined) {
    throw new UsageError('--ephemeral keeps nothing, --data keeps everything: give one of them');
  }
  if (values.data === '') throw new UsageError('--data names no directory');
  return {
    port: portNumber(values.port, '--port'),
    awsPort: portNumber(values['aws-port'], '--aws-port'),
    data: values.ephemeral ? undefined : (values.data ?? '.hearback'),
    start: values.start === undefined ? undefined : instant(values.start),
    json: values.json,
    assembly: values['cloud-assembly'] ?? (values['no-synth'] ? 'cdk.out' : undefined),
  };
}
