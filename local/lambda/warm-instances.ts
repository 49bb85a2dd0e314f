import type { Sandbox } from './sandbox.ts';

/**
 * Instances of functions that outlive the stack they were started for: on AWS, too, they know nothing of what happens
 * to the data. They are of use to a stack of the same functions at the same addresses only.
 */
export class WarmInstances {
  readonly #kept = new Map<string, readonly Sandbox[]>();

  /** Keeps instances of a function for the next stack. */
  keep(functionArn: string, instances: readonly Sandbox[]): void {
    this.#kept.set(functionArn, instances);
  }

  /** Those that were kept of a function. */
  of(functionArn: string): readonly Sandbox[] {
    return this.#kept.get(functionArn) ?? [];
  }

  /** Ends them all. */
  async end(): Promise<void> {
    await Promise.all([...this.#kept.values()].flat().map((instance) => instance.stop()));
    this.#kept.clear();
  }
}
