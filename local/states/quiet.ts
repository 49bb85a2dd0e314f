/** Counts work that is under way and tells when there is none. */
export class Quiet {
  #count = 0;
  #waiting: (() => void)[] = [];

  get busy(): boolean {
    return this.#count > 0;
  }

  /** Counts a piece of work until its promise is settled, and gives the promise back. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work;
    } finally {
      this.#count--;
      if (this.#count === 0) this.#tell();
    }
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#count > 0) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }
}
