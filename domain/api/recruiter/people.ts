import * as z from 'zod';
import { staffMember } from '../../settings/staff-member.ts';
import { endpoint } from '../endpoint.ts';

/** Whoever the live settings name: who can own a job, interview, or be told. No address and no number. */
export const listPeople = endpoint({
  id: 'listStaff',
  method: 'GET',
  path: '/api/staff/people',
  summary: 'Colleagues by name, as the settings list them',
  access: 'staff',
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      people: z.array(staffMember.pick({ id: true, name: true, role: true }).strip()),
    }),
  },
  problems: [401, 403],
});
