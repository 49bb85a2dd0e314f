import { expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const path = '/api/staff/people';

it('colleagues are listed by name, without address or number', async () => {
  const { people } = await desk.ask(recruiterApi.listPeople, path);
  expect(people.map(({ name }) => name)).toEqual([
    'Ana Ruiz',
    'Grace Okafor',
    'Lin Zhao',
    'Omar Haddad',
    'Tom Becker',
  ]);
  expect(people[0]).toEqual({ id: 'ana-ruiz', name: 'Ana Ruiz', role: 'Recruiter' });
});

it('the list is for staff', async () => {
  expect(await desk.refusal('GET', path, { as: 'stranger' })).toMatchObject({ status: 403 });
});
