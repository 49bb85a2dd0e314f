import { Unreachable } from '../shared/api.ts';

/** Milliseconds without a keystroke until a draft is kept, and until a failed try is repeated. */
const pause = 800;
const retry = 10_000;

export type SaveState = 'saving' | 'saved' | 'failed';

/**
 * Keeps what is being written: a moment after the last keystroke, again when the connection failed, one
 * save after the other.
 */
export class Autosave {
  readonly #save: () => Promise<void>;
  readonly #tell: (state: SaveState) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();
  #pending = false;

  constructor(save: () => Promise<void>, tell: (state: SaveState) => void) {
    this.#save = save;
    this.#tell = tell;
    globalThis.addEventListener('online', () => {
      if (this.#pending) this.#schedule(0);
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#pending) this.#schedule(0);
    });
  }

  /** Something was written. */
  touch(): void {
    this.#pending = true;
    this.#schedule(pause);
  }

  /** Saves nothing more; resolves when what was under way has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = false;
    await this.#running;
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#run());
    }, milliseconds);
  }

  async #run(): Promise<void> {
    if (!this.#pending) return;
    this.#pending = false;
    this.#tell('saving');
    try {
      await this.#save();
      this.#tell('saved');
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.#pending = true;
      this.#tell('failed');
      this.#schedule(retry);
    }
  }
}
