import { differences } from './difference.ts';
import { play } from './play.ts';
import type { Played, Version } from './play.ts';
import type { Scenario } from './scenario.ts';

/** A journey to play, and when its form is sent. */
export interface Journey {
  readonly scenario: Scenario;
  readonly at: string;
}

/** By how much a message, or the first answer, comes earlier or later: how many journeys, by whole hours. */
export type Shifts = ReadonlyMap<number, number>;

/** What became of many journeys. It grows with what differs, not with how many they are. */
export interface Summary {
  readonly journeys: number;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Promises to candidates and colleagues that were kept, and that were broken. */
  readonly kept: number;
  readonly broken: number;
  /** Journeys in which a machine could not go on. */
  readonly failed: number;
  /** Whole hours until the first answer: how many journeys. */
  readonly hoursToAnswer: Shifts;
  /** Against another version: journeys in which the candidate notices nothing. */
  readonly same: number;
  /** By whole hours that the first answer comes earlier (below 0) or later. */
  readonly answers: Shifts;
  /** By message, what else is noticed of it: how many journeys. */
  readonly noticed: ReadonlyMap<string, number>;
}

const hour = 3_600_000;
const answering = ['invitation', 'decline', 'decline-after-interview', 'hired', 'release'];

/** Plays journeys one after another, and each against `other` if there is one. `onProgress` is told after each. */
export async function playMany(
  journeys: Iterable<Journey>,
  version: Version,
  other?: Version,
  onProgress?: (played: number) => void,
): Promise<Summary> {
  const outcomes = new Map<string, number>();
  const hoursToAnswer = new Map<number, number>();
  const answers = new Map<number, number>();
  const noticed = new Map<string, number>();
  const total = { journeys: 0, kept: 0, broken: 0, failed: 0, same: 0 };
  for (const { scenario, at } of journeys) {
    const played = await play(version, scenario, { at });
    total.journeys += 1;
    count(outcomes, played.outcome);
    total.kept += promises(played, 'kept');
    total.broken += promises(played, 'broken');
    if (played.executions.some(({ status }) => status !== 'SUCCEEDED')) total.failed += 1;
    const answered = answerOf(played);
    if (answered !== undefined) count(hoursToAnswer, Math.floor((answered - Date.parse(at)) / hour));
    if (other) {
      const before = await play(other, scenario, { at });
      const found = differences(before, played);
      if (found.length === 0) total.same += 1;
      for (const what of new Set(found.map(({ message, change }) => `${message}: ${change}`)))
        count(noticed, what);
      const was = answerOf(before);
      if (was !== undefined && answered !== undefined && was !== answered)
        count(answers, hoursBetween(was, answered));
    }
    onProgress?.(total.journeys);
  }
  return { ...total, outcomes, hoursToAnswer, answers, noticed };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const promises = ({ timeline }: Played, how: string): number =>
  timeline.filter(({ what, text }) => what === 'promise' && text.startsWith(how)).length;

/** When the candidate first hears how it goes on. */
function answerOf({ timeline }: Played): number | undefined {
  const first = timeline.find(
    ({ what, who, text }) => what === 'hears' && who === 'candidate' && answering.includes(text),
  );
  return first && Date.parse(first.at);
}

/** Never none: less than an hour counts as one. */
function hoursBetween(from: number, to: number): number {
  const hours = (to - from) / hour;
  return hours < 0 ? Math.min(-1, Math.round(hours)) : Math.max(1, Math.round(hours));
}
