import { epochOf } from '../calendar/instant.ts';
import type { Interview } from './interview.ts';

/** Where an interview stands at an instant: still to come, called off, or over. */
export function standingOf(
  { status, endsAt }: Pick<Interview, 'status' | 'endsAt'>,
  at: string,
): 'scheduled' | 'cancelled' | 'over' {
  if (status === 'cancelled') return 'cancelled';
  return epochOf(endsAt) <= epochOf(at) ? 'over' : 'scheduled';
}
