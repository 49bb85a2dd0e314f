/** Searches one part of a proof in a thread of its own: sends how far it is, then what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { parts, searchPart } from '../../simulator/proof/parts.ts';
import type { PartFound, Subject } from '../../simulator/proof/parts.ts';

export interface Asked {
  readonly subject: Subject;
  /** Index in `parts`. */
  readonly part: number;
  readonly limit: number;
}

export type Said =
  | { readonly kind: 'progress'; readonly places: number; readonly waiting: number }
  | { readonly kind: 'found'; readonly found: PartFound };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads, not windows
const say = (said: Said): void => parentPort?.postMessage(said);
const { subject, part: index, limit }: Asked = workerData;
const part = parts[index];
if (!part) throw new Error(`there is no part ${index}`);
const found = await searchPart(subject, part, limit, (places, waiting) =>
  say({ kind: 'progress', places, waiting }),
);
say({ kind: 'found', found });
