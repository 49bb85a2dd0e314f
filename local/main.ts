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

function announce({ json }: CliOptions, cloud: Cloud): void {
  const [site, aws, now] = [cloud.siteUrl, cloud.awsUrl, new Date(cloud.now()).toISOString()];
  if (json) {
    console.log(JSON.stringify({ site, inbox: `${site}/_local/`, aws, now, frozen: cloud.isFrozen() }));
    return;
  }
  console.log(`Ready.  site ${site}  inbox and time travel ${site}/_local/  AWS endpoint ${aws}`);
  if (cloud.isFrozen()) console.log(`The clock stands at ${now} and moves only when told.`);
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
    prepare: async (siteUrl) => void (await seed(siteUrl)),
    report: (line) => say(line),
    died: (reason) => {
      say(reason);
      process.exit(1);
    },
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    // Whoever asks twice does not want to wait; what is kept survives that.
    if (stopping) process.exit(1);
    stopping = true;
    say('Stopping …');
    await cloud.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await cloud.start();
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
