import { epochOf } from '../calendar/instant.ts';
import type { Interview } from './interview.ts';

/** True for an interview that is to be held and has not begun: somebody would wait there, and it stands in calendars. */
export const isPlanned = (
  { status, startsAt }: Pick<Interview, 'status' | 'startsAt'>,
  at: string,
): boolean => status === 'scheduled' && epochOf(startsAt) > epochOf(at);

/** Where an interview stands at an instant: still to come, called off, or over. */
export function standingOf(
  { status, endsAt }: Pick<Interview, 'status' | 'endsAt'>,
  at: string,
): 'scheduled' | 'cancelled' | 'over' {
  if (status === 'cancelled') return 'cancelled';
  return epochOf(endsAt) <= epochOf(at) ? 'over' : 'scheduled';
}
