/** Searches parts of a proof in a thread of its own, one after another: sends how far it is, then what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { parts, searchPart } from '../../simulator/proof/parts.ts';
import type { PartFound, Subject } from '../../simulator/proof/parts.ts';

/** What a thread is told when it starts; each message to it is then the index of a part. */
export interface Asked {
  readonly subject: Subject;
  readonly limit: number;
}

export type Said =
  | { readonly kind: 'progress'; readonly places: number; readonly waiting: number }
  | { readonly kind: 'found'; readonly found: PartFound };

const { subject, limit }: Asked = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
const say = (said: Said): void => parentPort?.postMessage(said);

async function search(index: number): Promise<void> {
  const part = parts[index];
  if (!part) throw new Error(`there is no part ${index}`);
  const found = await searchPart(subject, part, limit, (places, waiting) =>
    say({ kind: 'progress', places, waiting }),
  );
  say({ kind: 'found', found });
}

// What fails ends the thread, which whoever waits for it is told.
parentPort?.on('message', (index: number) => void search(index));
