import type { StaffMember } from '../settings/staff-member.ts';
import { isAhead } from './changes.ts';
import type { InterviewPlan } from './interview.ts';

/** Why an interview cannot be held so: it would begin before `at`, or with somebody who is no colleague. */
export function objectionsToPlan(
  { startsAt, interviewers }: InterviewPlan,
  staff: readonly Pick<StaffMember, 'id'>[],
  at: string,
): { path: string; message: string }[] {
  return [
    ...(isAhead(startsAt, at) ? [] : [{ path: 'startsAt', message: 'must lie in the future' }]),
    ...interviewers.flatMap((id, position) =>
      staff.some((member) => member.id === id)
        ? []
        : [{ path: `interviewers.${position}`, message: `${id} is nobody in the settings` }],
    ),
  ];
}
