import * as z from 'zod';
import type { RecordedJourney } from '../../domain/journeys/recorded.ts';
import type { Journey } from './many.ts';
import { scenario } from './scenario.ts';

/** Somebody did something that the simulation does not know. */
export class Unplayable extends Error {
  override readonly name = 'Unplayable';
}

/** What was decided in a past application, as a journey to play. @throws Unplayable */
export function journeyOf({ at, ...recorded }: RecordedJourney): Journey {
  const read = scenario.safeParse(recorded);
  if (read.success) return { scenario: read.data, at };
  throw new Unplayable(`${recorded.name} cannot be played:\n${z.prettifyError(read.error)}`);
}
