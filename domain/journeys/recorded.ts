import * as z from 'zod';
import { applicationId, instant } from '../ids.ts';

/** What somebody did, and how long after what it answers; the simulation says which acts there are. */
const act = z.looseObject({ act: z.string(), after: z.string() });

/**
 * What people did in one application, as a scenario that can be played against an edit: no name, no reason, no text,
 * only what was decided when.
 */
export const recordedJourney = z.strictObject({
  name: applicationId,
  title: z.string(),
  /** When the form was sent. */
  at: instant,
  consents: z.boolean(),
  acts: z.array(act),
});
export type RecordedJourney = z.output<typeof recordedJourney>;
