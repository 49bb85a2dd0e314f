import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity, runningProcess } from '../process-identity.ts';
import { DynamoDbClient } from './client.ts';
import { chooseProgram } from './program.ts';

/** Java takes a second to start, a busy machine several. */
const START_MS = 30_000;

/** Runs the program and ends it when standard input closes, which happens however the parent dies, SIGKILL included. */
const GUARD =
  'exec 3<&0; "$@" & program=$!; (cat <&3 >/dev/null; kill -9 $program 2>/dev/null) & wait $program';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Ends what a former run left behind, if it is still there: two programs must not write the same data. */
async function endStale(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const identity = readFileSync(pidFile, 'utf8');
  rmSync(pidFile);
  for (let pid = runningProcess(identity); pid !== undefined; pid = runningProcess(identity)) {
    process.kill(-pid, 'SIGKILL');
    await sleep(20);
  }
}

/** A running local DynamoDB. */
export interface DynamoDbProcess {
  /** Which program it is. */
  readonly name: string;
  readonly client: DynamoDbClient;
  stop(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    // Not listening yet; whoever asks gives up after START_MS.
    return false;
  }
}

/**
 * Starts a local DynamoDB with its data in `directory` and waits until it answers. It ends with this process.
 * `died` is called when it ends by itself. Throws an Error when it does not come up.
 */
export async function startDynamoDb(
  directory: string,
  died: (reason: string) => void,
): Promise<DynamoDbProcess> {
  mkdirSync(directory, { recursive: true });
  const pidFile = join(directory, 'pid');
  await endStale(pidFile);
  const port = await freePort();
  const { name, command, args } = chooseProgram(port, directory);
  // A process group of its own: Ctrl-C in the terminal must reach the cloud only, which then stops in order.
  const shell = spawn('sh', ['-c', GUARD, 'sh', command, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output = (output + chunk).slice(-4_096)));
  }
  let running = true;
  let expected = false;
  const ended = new Promise<void>((resolve) => {
    shell.once('error', (error) => (output += error.message));
    shell.once('exit', () => {
      running = false;
      resolve();
      if (!expected) died(`${name} has ended by itself: ${output}`);
    });
  });
  if (shell.pid !== undefined) writeFileSync(pidFile, processIdentity(shell.pid));
  const url = `http://127.0.0.1:${port}`;
  const client = new DynamoDbClient(url);
  const stop = async (): Promise<void> => {
    expected = true;
    client.close();
    shell.stdin.end();
    await ended;
    rmSync(pidFile, { force: true });
  };
  const latest = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (!running || Date.now() > latest) {
      await stop();
      throw new Error(`${name} did not start: ${output || 'no answer'}`);
    }
    await sleep(20);
  }
  return { name, client, stop };
}
