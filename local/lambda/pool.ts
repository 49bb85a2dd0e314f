import type { FunctionModel } from '../assembly/model.ts';
import type { InvokeResult, Sandbox } from './sandbox.ts';

/** More instances of one function than this gain nothing on a laptop; further invocations wait their turn. */
const MAX_INSTANCES = 3;
/** Wall time after which an instance nobody uses is ended, in ms. */
const IDLE_MS = 300_000;

/** Invocations beyond the reserved concurrency; becomes `TooManyRequestsException` on the wire. */
export class ThrottledError extends Error {
  override readonly name = 'TooManyRequestsException';
}

/** The instances of one function. */
export class FunctionPool {
  readonly #model: FunctionModel;
  readonly #create: () => Sandbox;
  readonly #all: Set<Sandbox>;
  readonly #free: Sandbox[];
  readonly #waiting: ((sandbox: Sandbox) => void)[] = [];
  #invocations = 0;
  #sweeper: NodeJS.Timeout | undefined;

  /** `warm` are instances that another pool of the function has handed over. */
  constructor(model: FunctionModel, create: () => Sandbox, warm: readonly Sandbox[] = []) {
    this.#model = model;
    this.#create = create;
    this.#all = new Set(warm);
    this.#free = [...warm];
    if (warm.length > 0) this.#watchIdle();
  }

  /** Runs one invocation. Throws ThrottledError beyond the reserved concurrency. */
  async invoke(payload: string): Promise<InvokeResult> {
    const { reservedConcurrency, name } = this.#model;
    if (reservedConcurrency !== undefined && this.#invocations >= reservedConcurrency) {
      throw new ThrottledError(`Rate Exceeded: ${name} has a reserved concurrency of ${reservedConcurrency}`);
    }
    this.#invocations += 1;
    try {
      const sandbox = await this.#acquire();
      try {
        return await sandbox.invoke(payload);
      } finally {
        this.#release(sandbox);
      }
    } finally {
      this.#invocations -= 1;
    }
  }

  /** Ends every instance, whatever it is doing. */
  async stop(): Promise<void> {
    await Promise.all((await this.handOver()).map((sandbox) => sandbox.stop()));
  }

  /** Ends the instances that are at work and gives the others, for the next pool of the function. */
  async handOver(): Promise<Sandbox[]> {
    clearTimeout(this.#sweeper);
    const free = this.#free.splice(0).filter(({ dead }) => !dead);
    for (const sandbox of free) this.#all.delete(sandbox);
    await Promise.all([...this.#all].map((sandbox) => this.#end(sandbox)));
    return free;
  }

  async #acquire(): Promise<Sandbox> {
    clearTimeout(this.#sweeper);
    for (let free = this.#free.pop(); free !== undefined; free = this.#free.pop()) {
      if (!free.dead) return free;
      this.#all.delete(free);
    }
    if (this.#all.size < MAX_INSTANCES) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Sandbox {
    const sandbox = this.#create();
    this.#all.add(sandbox);
    return sandbox;
  }

  #release(sandbox: Sandbox): void {
    if (sandbox.dead) this.#all.delete(sandbox);
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(sandbox.dead ? this.#start() : sandbox);
    } else if (!sandbox.dead) {
      this.#free.push(sandbox);
      this.#watchIdle();
    }
  }

  #watchIdle(): void {
    clearTimeout(this.#sweeper);
    this.#sweeper = setTimeout(() => void this.#endIdle(), IDLE_MS).unref();
  }

  async #endIdle(): Promise<void> {
    await Promise.all(this.#free.splice(0).map((sandbox) => this.#end(sandbox)));
  }

  async #end(sandbox: Sandbox): Promise<void> {
    this.#all.delete(sandbox);
    await sandbox.stop();
  }
}
