import type { Answer, Kind, Progress, Work } from './worker/contract.ts';

/** The engine says no: what was asked makes no sense to it. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
}

/** Whoever asked has given up on the answer. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

interface Waiting {
  // What comes back is what `Work` says of the kind that was asked: both sides are built together.
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The simulator in a thread of its own, so that typing never waits for it. */
export class Engine {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Rejects with EngineRefused, or GivenUp when it is stopped meanwhile. */
  ask<K extends Kind>(
    kind: K,
    asked: Work[K]['asked'],
    onProgress?: (progress: Progress) => void,
  ): Promise<Work[K]['answer']> {
    const worker = (this.#worker ??= this.#start());
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed, onProgress });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ id, kind, asked });
    });
  }

  /** Stops whatever is being computed; the next question starts anew. */
  stop(): void {
    this.#worker?.terminate();
    this.#end(new GivenUp('stopped'));
  }

  #start(): Worker {
    const worker = new Worker(new URL('worker/main.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener('error', ({ message }) =>
      this.#end(new EngineRefused(message || 'the simulator could not be loaded')),
    );
    return worker;
  }

  #hear(said: Answer): void {
    const waiting = this.#waiting.get(said.id);
    if (waiting === undefined) return;
    if ('progress' in said) {
      waiting.onProgress?.(said.progress);
      return;
    }
    this.#waiting.delete(said.id);
    if ('refused' in said) waiting.failed(new EngineRefused(said.refused));
    else waiting.done(said.answer as never);
  }

  #end(error: Error): void {
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of waiting) failed(error);
  }
}
