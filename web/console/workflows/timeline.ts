import type * as engine from './worker/contract.ts';

/** One thing that happened, as the simulator or the server tells it. */
export interface Entry extends Omit<engine.Entry, 'dates'> {
  readonly dates?: Readonly<Record<string, string>> | undefined;
}

/** Everything that happens in one instant. */
export interface Moment {
  readonly at: string;
  readonly entries: readonly Entry[];
}

/** A promise as it stands. */
export interface PromiseState {
  readonly about: string;
  readonly status: 'made' | 'kept' | 'broken';
  readonly due: string | undefined;
}

/** How things stand after a moment. */
export interface Standing {
  /** The state that each machine entered last. */
  readonly states: ReadonlyMap<string, string>;
  /** The states that each machine went through in the last of these instants. */
  readonly passed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly promises: readonly PromiseState[];
  /** What the candidate has heard last. */
  readonly heard: Entry | undefined;
}

/** A timeline by the instants at which something happens, in order. */
export function momentsOf(timeline: readonly Entry[]): Moment[] {
  const moments: { at: string; entries: Entry[] }[] = [];
  for (const entry of timeline) {
    const last = moments.at(-1);
    if (last?.at === entry.at) last.entries.push(entry);
    else moments.push({ at: entry.at, entries: [entry] });
  }
  return moments;
}

const instant = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/;

/** How things stand after the first `count` entries. */
export function standingAfter(timeline: readonly Entry[], count: number): Standing {
  const states = new Map<string, string>();
  const passed = new Map<string, Set<string>>();
  const last = timeline[count - 1]?.at;
  const promises = new Map<string, PromiseState>();
  let heard: Entry | undefined;
  for (const entry of timeline.slice(0, count)) {
    const { at, what, who, text } = entry;
    if (what === 'enters') {
      states.set(who, text);
      if (at === last) passed.set(who, (passed.get(who) ?? new Set()).add(text));
    }
    if (what === 'ends') states.delete(who);
    if (what === 'hears' && who === 'candidate') heard = entry;
    const status = what === 'promise' ? statusOf(text) : undefined;
    if (status) promises.set(who, { about: who, status, due: instant.exec(text)?.[0] });
  }
  return { states, passed, promises: [...promises.values()], heard };
}

function statusOf(text: string): PromiseState['status'] | undefined {
  if (text.startsWith('promised')) return 'made';
  if (text.startsWith('kept')) return 'kept';
  return text.startsWith('broken') ? 'broken' : undefined;
}

/** A text of the timeline with its instants as people read them. */
export const readable = (text: string, show: (at: string) => string): string =>
  text.replaceAll(new RegExp(instant, 'g'), show);

/** Hours and minutes since the beginning, as `+48:00`. */
export function since(start: string, at: string): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(start)) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
