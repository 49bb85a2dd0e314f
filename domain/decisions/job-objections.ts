import type { JobDraft } from '../jobs/job.ts';
import type { StaffMember } from '../settings/staff-member.ts';

/** Why a job cannot be published so: it names somebody who is no colleague, or a criterion's id twice. */
export function objectionsToJob(
  { recruiter, backup, lead, interviewers, criteria }: JobDraft,
  staff: readonly Pick<StaffMember, 'id'>[],
): { path: string; message: string }[] {
  const named: [string, string][] = [
    ['recruiter', recruiter],
    ['backup', backup],
    ['lead', lead],
    ...interviewers.map((id, position): [string, string] => [`interviewers.${position}`, id]),
  ];
  const ids = criteria.map(({ id }) => id);
  return [
    ...named
      .filter(([, id]) => !staff.some((member) => member.id === id))
      .map(([path, id]) => ({ path, message: `${id} is nobody in the settings` })),
    ...ids.flatMap((id, position) =>
      ids.indexOf(id) === position
        ? []
        : [{ path: `criteria.${position}.id`, message: `${id} is there twice` }],
    ),
  ];
}
