import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { parts } from '../../simulator/proof/parts.ts';
import type { OnProgress, PartFound } from '../../simulator/proof/parts.ts';
import { conclude } from '../../simulator/proof/prove.ts';
import type { Edited, Proof } from '../../simulator/proof/prove.ts';
import { inLanes } from '../in-lanes.ts';
import type { Asked, Said } from './proof-worker.ts';

/** `prove` with a thread for each core; gives the very same proof. */
export async function proveInThreads(edited: Edited, limit: number, onProgress: OnProgress): Promise<Proof> {
  const { machines, settings } = edited;
  const workerData: Asked = { subject: { machines, settings }, limit };
  const seen = parts.map(() => ({ places: 0, waiting: 0 }));
  const total = (of: (one: { places: number; waiting: number }) => number): number =>
    seen.reduce((sum, one) => sum + of(one), 0);
  const workers: Worker[] = [];
  // A thread that has searched one part is warm for the next.
  const idle: Worker[] = [];
  const start = (): Worker => {
    const worker = new Worker(new URL('proof-worker.ts', import.meta.url), { workerData });
    workers.push(worker);
    return worker;
  };
  try {
    const found = await inLanes(parts, async (_, part) => {
      const worker = idle.pop() ?? start();
      const what = await searchedBy(worker, part, (places, waiting) => {
        seen[part] = { places, waiting };
        onProgress(
          total((one) => one.places),
          total((one) => one.waiting),
        );
      });
      idle.push(worker);
      return what;
    });
    return conclude(edited, found);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function searchedBy(worker: Worker, part: number, onProgress: OnProgress): Promise<PartFound> {
  const messages = on(worker, 'message', { close: ['exit'] });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
  worker.postMessage(part);
  for await (const [said] of messages as AsyncIterable<[Said]>) {
    if (said.kind === 'found') return said.found;
    onProgress(said.places, said.waiting);
  }
  throw new Error('a search ended before it had found anything');
}
