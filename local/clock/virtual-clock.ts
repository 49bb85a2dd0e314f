import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Clock } from '../service.ts';

const row = z.object({ frozen: z.number(), value: z.number() });

/**
 * The cloud's time: the wall clock plus an offset, or frozen at an instant. Kept in the database, so a restart goes
 * on in the same time.
 */
export class VirtualClock implements Clock {
  readonly #save: (frozen: boolean, value: number) => void;
  readonly #wall: () => number;
  #frozen: boolean;
  /** Epoch ms when frozen, else the offset from the wall clock in ms. */
  #value: number;
  /** While time is being advanced it stands still between two timers. */
  #held: number | undefined;

  /**
   * `start` (epoch ms) freezes a new clock there; a clock that is in the database already keeps its own time.
   * `wall` gives the machine's epoch milliseconds. Throws an Error when a clock that runs is to be frozen.
   */
  constructor(db: DatabaseSync, wall: () => number, start: number | undefined) {
    db.exec(
      'CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), frozen INTEGER, value REAL)',
    );
    const kept = row.optional().parse(db.prepare('SELECT frozen, value FROM clock WHERE id = 1').get());
    if (kept?.frozen === 0 && start !== undefined) {
      throw new Error(
        'this data has a clock that runs by itself: --start is for new data, choose another --data',
      );
    }
    const save = db.prepare('INSERT OR REPLACE INTO clock VALUES (1, ?, ?)');
    this.#save = (frozen, value) => void save.run(frozen ? 1 : 0, value);
    this.#wall = wall;
    this.#frozen = kept === undefined ? start !== undefined : kept.frozen === 1;
    this.#value = kept?.value ?? start ?? 0;
    if (kept === undefined) this.#save(this.#frozen, this.#value);
  }

  /** A frozen clock moves only when it is advanced. */
  get frozen(): boolean {
    return this.#frozen;
  }

  now(): number {
    return this.#held ?? (this.#frozen ? this.#value : this.#wall() + this.#value);
  }

  /** Stands still at `instant` (epoch ms) until `release`; never goes back. */
  hold(instant: number): void {
    this.#held = Math.max(instant, this.now());
    // Saved at once: killed half-way, the cloud wakes up at the instant it had reached.
    this.#keep(this.#held);
  }

  /** Goes on from where it was held. */
  release(): void {
    if (this.#held === undefined) return;
    this.#keep(this.#held);
    this.#held = undefined;
  }

  #keep(instant: number): void {
    this.#value = this.#frozen ? instant : instant - this.#wall();
    this.#save(this.#frozen, this.#value);
  }
}
