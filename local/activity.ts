import type { Settles } from './service.ts';

/**
 * Counts what is under way (invocations, requests, deliveries), so that the clock knows when the cloud is quiet.
 * A piece of work that causes another one must begin it before it ends itself.
 */
export class Activity implements Settles {
  #running = 0;
  #begun = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #idle: (() => void)[] = [];

  /** How many pieces of work have ever begun; unchanged over a wait means nothing new was caused meanwhile. */
  get begun(): number {
    return this.#begun;
  }

  /** Counts `work` as under way until it ends, well or badly. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#begun += 1;
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#rest();
    }
  }

  /** Calls back each time the last piece of work has ended. */
  onIdle(listener: () => void): void {
    this.#idle.push(listener);
  }

  async settled(): Promise<void> {
    if (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #rest(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
    for (const listener of this.#idle) listener();
  }
}

/** Waits until all have settled and none has set another one to work meanwhile. */
export async function quiet(activity: Activity, all: readonly Settles[]): Promise<void> {
  for (;;) {
    const before = activity.begun;
    for (const one of all) await one.settled();
    await activity.settled();
    if (activity.begun === before) return;
  }
}
