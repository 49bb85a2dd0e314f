import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TimeMachine } from '../../../local/clock/time-machine.ts';
import { VirtualClock } from '../../../local/clock/virtual-clock.ts';
import type { DueSource } from '../../../local/service.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const day = 86_400_000;

/** Timers that note when they fire; firing one may set another. */
class Timers implements DueSource {
  readonly #due: { at: number; name: string; after?: () => void }[] = [];
  readonly #fired: (name: string) => void;

  constructor(fired: (name: string) => void) {
    this.#fired = fired;
  }

  set(at: number, name: string, after?: () => void): void {
    this.#due.push({ at, name, ...(after && { after }) });
    this.#due.sort((one, other) => one.at - other.at);
  }

  nextDue(): number | undefined {
    return this.#due[0]?.at;
  }

  async runDue(now: number): Promise<number> {
    let fired = 0;
    for (let next = this.#due[0]; next !== undefined && next.at <= now; next = this.#due[0]) {
      this.#due.shift();
      fired += 1;
      this.#fired(next.name);
      next.after?.();
    }
    return fired;
  }
}

let clock: VirtualClock;
let log: string[];
let first: Timers;
let second: Timers;
let machine: TimeMachine;

beforeEach(() => {
  clock = new VirtualClock(new DatabaseSync(':memory:'), () => Date.now(), start);
  log = [];
  const note = (name: string): void => void log.push(`${new Date(clock.now()).toISOString()} ${name}`);
  [first, second] = [new Timers(note), new Timers(note)];
  machine = new TimeMachine({ clock, sources: [first, second], quiet: async () => undefined, report: note });
});

afterEach(async () => {
  await machine.stop();
  vi.useRealTimers();
});

describe('advancing', () => {
  test('fires the timers of all sources in order of time, each at its instant', async () => {
    first.set(start + 3 * day, 'third');
    second.set(start + day, 'first', () => first.set(start + 2 * day, 'second'));
    second.set(start + 9 * day, 'too late');
    expect(await machine.advance(() => clock.now() + 5 * day)).toEqual({ now: start + 5 * day, fired: 3 });
    expect(log).toEqual([
      '2026-03-03T09:00:00.000Z first',
      '2026-03-04T09:00:00.000Z second',
      '2026-03-05T09:00:00.000Z third',
    ]);
    expect(clock.now()).toBe(start + 5 * day);
  });

  test('fires what a timer sets for the same instant', async () => {
    first.set(start + day, 'one', () => second.set(start + day, 'other'));
    await machine.advance(() => start + day);
    expect(log).toEqual(['2026-03-03T09:00:00.000Z one', '2026-03-03T09:00:00.000Z other']);
  });

  test('never goes back', async () => {
    expect(await machine.advance(() => start - day)).toEqual({ now: start, fired: 0 });
  });

  test('waits for what a timer has caused before the next one', async () => {
    const quiet = vi.fn<() => Promise<void>>(async () => void log.push('quiet'));
    machine = new TimeMachine({ clock, sources: [first], quiet, report: () => undefined });
    first.set(start + day, 'one');
    first.set(start + 2 * day, 'two');
    await machine.advance(() => start + 2 * day);
    expect(log.map((line) => line.split(' ').at(-1))).toEqual(['quiet', 'one', 'quiet', 'two', 'quiet']);
  });

  test('ends where it is when the cloud stops', async () => {
    first.set(start + day, 'one', () => void machine.stop());
    first.set(start + 2 * day, 'two');
    await expect(machine.advance(() => start + 9 * day)).rejects.toThrow('the cloud stops');
    expect(log).toEqual(['2026-03-03T09:00:00.000Z one']);
    expect(clock.now()).toBe(start + day);
  });

  test('gives up on a source that is never done', async () => {
    const endless = { nextDue: () => start, runDue: async () => 1 };
    machine = new TimeMachine({
      clock,
      sources: [endless],
      quiet: async () => undefined,
      report: () => undefined,
    });
    await expect(machine.advance(() => start)).rejects.toThrow(
      'timers at 2026-03-02T09:00:00.000Z never come to an end',
    );
  });
});

describe('time that passes by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    clock = new VirtualClock(new DatabaseSync(':memory:'), () => Date.now(), undefined);
    machine = new TimeMachine({
      clock,
      sources: [first],
      quiet: async () => undefined,
      report: (line) => void log.push(line),
    });
  });

  test('fires a timer further off than setTimeout can wait, and not before', async () => {
    first.set(start + 30 * day, 'far');
    machine.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log).toEqual([]);
    vi.setSystemTime(start + 30 * day);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual([expect.stringMatching(/far$/)]);
  });

  test('fires a timer set for soon when it is woken', async () => {
    machine.start();
    await vi.advanceTimersByTimeAsync(10);
    first.set(clock.now() + 100, 'soon');
    machine.wake();
    await vi.advanceTimersByTimeAsync(101);
    expect(log).toEqual(['2026-03-02T09:00:00.110Z soon']);
  });

  test('reports a source that fails and goes on', async () => {
    const failing = { nextDue: () => start, runDue: async () => Promise.reject(new Error('broken')) };
    machine = new TimeMachine({
      clock,
      sources: [failing],
      quiet: async () => undefined,
      report: (line) => void log.push(line),
    });
    machine.start();
    await vi.advanceTimersByTimeAsync(1);
    expect(log[0]).toContain('a timer failed: Error: broken');
  });
});

describe('the clock', () => {
  test('keeps its time through a restart, frozen or not', () => {
    const db = new DatabaseSync(':memory:');
    let wall = start;
    const read = (): VirtualClock => new VirtualClock(db, () => wall, undefined);
    const running = read();
    running.hold(start + day);
    running.release();
    wall += 1_000;
    expect(read().now()).toBe(start + day + 1_000);
    expect(read().frozen).toBe(false);
    const frozen = new DatabaseSync(':memory:');
    new VirtualClock(frozen, () => wall, start).hold(start + 5);
    expect(new VirtualClock(frozen, () => wall, start).now()).toBe(start + 5);
  });

  test('is not frozen once it runs', () => {
    const db = new DatabaseSync(':memory:');
    expect(new VirtualClock(db, () => start, undefined).frozen).toBe(false);
    expect(() => new VirtualClock(db, () => start, start)).toThrow(/--start is for new data/);
  });
});
