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
  const seen = parts.map(() => ({ places: 0, waiting: 0 }));
  const found = await inLanes(parts, (_, part) =>
    inThread({ subject: { machines, settings }, part, limit }, (places, waiting) => {
      seen[part] = { places, waiting };
      const total = (of: (one: { places: number; waiting: number }) => number): number =>
        seen.reduce((sum, one) => sum + of(one), 0);
      onProgress(
        total((one) => one.places),
        total((one) => one.waiting),
      );
    }),
  );
  return conclude(edited, found);
}

async function inThread(asked: Asked, onProgress: OnProgress): Promise<PartFound> {
  const worker = new Worker(new URL('proof-worker.ts', import.meta.url), { workerData: asked });
  try {
    return await new Promise<PartFound>((resolve, reject) => {
      worker.on('message', (said: Said) => {
        if (said.kind === 'found') resolve(said.found);
        else onProgress(said.places, said.waiting);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a search ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
