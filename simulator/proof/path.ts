import type { WorldData } from '../what-if/model/world.ts';
import type { Entry } from '../what-if/timeline.ts';
import type { Budget } from './choices.ts';
import type { Spoken, TakenRung } from './view.ts';

/** What a path carries along besides the world. */
export interface Course {
  readonly budget: Budget;
  readonly faulted: boolean;
  /** The step that hangs whenever it is called, until its machine has gone on to another. */
  readonly silent?: { readonly arn: string; readonly state: string };
  /** The call that failed for good since the clock last moved: asked the same again, it fails the same way. */
  readonly broken?: string;
  /** Somebody has acted between two steps since the clock last moved. */
  readonly raced: boolean;
  readonly taken: readonly TakenRung[];
  readonly spoken: readonly Spoken[];
}

/** A world at rest that is still to be gone on from. */
export interface Rest {
  readonly place: Place;
  readonly data: WorldData;
  readonly course: Course;
}

/** How a world at rest was reached: all that is kept of it. */
export interface Place {
  readonly id: number;
  readonly parent: Place | undefined;
  /** What happened since the place before. */
  readonly entries: readonly Entry[];
}

/** Everything that happened on the way to a place, in order. */
export function timelineTo(place: Place | undefined): Entry[] {
  const parts: (readonly Entry[])[] = [];
  for (let at = place; at; at = at.parent) parts.push(at.entries);
  return parts.toReversed().flat();
}
