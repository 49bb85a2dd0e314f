import { join } from 'node:path';
import { Cloud } from './cloud.ts';
import { readOptions, usage, UsageError, type CliOptions } from './options.ts';
import { seed } from './seed/seed.ts';
import { synthesize } from './synthesize.ts';

const root = join(import.meta.dirname, '..');

function optionsOrExit(): CliOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Progress and log lines; standard output belongs to what was asked for. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function announce({ json }: CliOptions, { siteUrl, awsUrl }: Cloud): void {
  if (json) {
    console.log(JSON.stringify({ site: siteUrl, inbox: `${siteUrl}/_local/`, aws: awsUrl }));
  } else {
    console.log(`Ready.  site ${siteUrl}  inbox and time travel ${siteUrl}/_local/  AWS endpoint ${awsUrl}`);
  }
}

async function main(): Promise<void> {
  const options = optionsOrExit();
  const assembly = options.assembly ?? join(root, 'cdk.out');
  if (options.assembly === undefined) {
    say('Synthesizing the app …');
    await synthesize(assembly);
  }
  say('Starting the cloud …');
  const cloud = new Cloud({
    assembly,
    site: join(root, 'web', 'dist'),
    port: options.port,
    awsPort: options.awsPort,
    data: options.data,
    start: options.start,
    report: (line) => say(line),
    died: (reason) => {
      say(reason);
      process.exit(1);
    },
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await cloud.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await cloud.start();
  await seed(cloud.siteUrl);
  announce(options, cloud);
}

try {
  await main();
} catch (error) {
  // A plain Error is a message for people; anything else is a fault of this program, and its place helps.
  const isMessage = error instanceof Error && error.constructor === Error;
  say(isMessage ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
