import type { DueSource } from '../service.ts';
import { Mutex } from './mutex.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface TimeMachineOptions {
  readonly clock: VirtualClock;
  readonly sources: readonly DueSource[];
  /** Resolves when nothing is under way any more. */
  readonly quiet: () => Promise<void>;
  readonly report: (fault: string) => void;
}

/** Where the clock stands afterwards (epoch ms) and how many timers have fired. */
export interface Advanced {
  readonly now: number;
  readonly fired: number;
}

/** So many rounds at one instant mean that a source fires without ever being done. */
const MAX_ROUNDS_PER_INSTANT = 10_000;
/** The pump looks at least this often, so no timer of the machine is ever set far ahead (setTimeout ends at 24.8 days). */
const LONGEST_SLEEP_MS = 1_000;

/** Moves the clock and fires what is due, always in order of time. */
export class TimeMachine {
  readonly #options: TimeMachineOptions;
  readonly #mutex = new Mutex();
  #timer: NodeJS.Timeout | undefined;
  #stopped = true;
  #advances = 0;
  #ending = false;

  constructor(options: TimeMachineOptions) {
    this.#options = options;
  }

  /** Epoch ms of the earliest thing due in the whole cloud. */
  nextDue(): number | undefined {
    const due = this.#options.sources.map((source) => source.nextDue()).filter((at) => at !== undefined);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  /**
   * Moves to the instant `target` gives (epoch ms; asked when its turn comes) and answers when everything due
   * until then has run to its end.
   */
  async advance(target: () => number): Promise<Advanced> {
    this.#advances += 1;
    try {
      return await this.#advanceTo(target);
    } finally {
      this.#advances -= 1;
      this.wake();
    }
  }

  async #advanceTo(target: () => number): Promise<Advanced> {
    return this.#mutex.run(async () => {
      const { clock, quiet } = this.#options;
      clock.hold(clock.now());
      try {
        await quiet();
        const until = Math.max(target(), clock.now());
        const fired = await this.#fireUntil(until);
        clock.hold(until);
        return { now: until, fired };
      } finally {
        clock.release();
      }
    });
  }

  /** Begins to fire what falls due as time passes by itself; on a frozen clock that is only what is due at once. */
  start(): void {
    this.#stopped = false;
    this.#ending = false;
    this.wake();
  }

  /**
   * Looks at once whether something is due; called when work has ended that may have set a timer. Whoever advances the
   * clock looks by himself after each timer, and lets it run again in the end.
   */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#advances > 0) return;
    const next = this.nextDue();
    const wait = next === undefined ? LONGEST_SLEEP_MS : next - this.#options.clock.now();
    this.#timer = setTimeout(() => void this.#tick(), Math.min(Math.max(wait, 0), LONGEST_SLEEP_MS));
  }

  /** Waits for what is being fired and fires nothing more; a journey through time ends where it is. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#ending = true;
    clearTimeout(this.#timer);
    await this.#mutex.run(async () => undefined);
  }

  async #tick(): Promise<void> {
    try {
      await this.#mutex.run(async () => {
        const { clock, sources } = this.#options;
        const next = this.nextDue();
        if (this.#stopped || next === undefined || next > clock.now()) return;
        for (const source of sources) await (source.startDue?.(clock.now()) ?? source.runDue(clock.now()));
      });
    } catch (error) {
      this.#options.report(
        `a timer failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    this.wake();
  }

  async #fireUntil(until: number): Promise<number> {
    const { clock, sources, quiet } = this.#options;
    let fired = 0;
    let rounds = 0;
    for (let next = this.nextDue(); next !== undefined && next <= until; next = this.nextDue()) {
      rounds = next > clock.now() ? 0 : rounds + 1;
      if (rounds > MAX_ROUNDS_PER_INSTANT) {
        throw new Error(`timers at ${new Date(clock.now()).toISOString()} never come to an end`);
      }
      if (this.#ending) throw new Error('the cloud stops');
      clock.hold(next);
      for (const source of sources) fired += await source.runDue(clock.now());
      await quiet();
    }
    return fired;
  }
}
