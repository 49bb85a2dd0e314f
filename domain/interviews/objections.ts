import { epochOf } from '../calendar/instant.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import { isAhead } from './changes.ts';
import type { InterviewPlan } from './interview.ts';

/** Days: a later one is a slip of the pen, and two of them would outlast links and the year of a workflow. */
const furthestAhead = 90;

/**
 * Why an interview cannot be held so: it would begin before `at` or long after it, or with somebody who is no
 * colleague.
 */
export function objectionsToPlan(
  { startsAt, interviewers }: InterviewPlan,
  staff: readonly Pick<StaffMember, 'id'>[],
  at: string,
): { path: string; message: string }[] {
  const tooFar = epochOf(startsAt) > epochOf(at) + furthestAhead * 86_400_000;
  return [
    ...(isAhead(startsAt, at) ? [] : [{ path: 'startsAt', message: 'must lie in the future' }]),
    ...(tooFar ? [{ path: 'startsAt', message: `must lie within ${furthestAhead} days` }] : []),
    ...interviewers.flatMap((id, position) =>
      staff.some((member) => member.id === id)
        ? []
        : [{ path: `interviewers.${position}`, message: `${id} is nobody in the settings` }],
    ),
  ];
}
