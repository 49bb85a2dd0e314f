import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { compose } from '../../../domain/letters/compose.ts';
import { settings } from '../../../domain/settings/settings.ts';
import { gatherFacts } from '../../../functions/adapters/letter-facts.ts';
import { readApplication } from '../../../functions/adapters/store/applications.ts';
import { keys, published } from '../../../functions/adapters/store/keys.ts';
import { settingsOf } from '../../../functions/adapters/store/revisions.ts';
import defaults from '../../../workflows/settings.json' with { type: 'json' };
import { seedGate } from '../api/applications.ts';
import { useDesk } from '../api/recruiter/desk.ts';

const desk = useDesk();
const at = '2026-03-03T10:00:00.000Z';
const url = 'https://apply.example/';
const linksOf = () => Promise.resolve({ status: url, survey: url, unsubscribe: url, action: url });
const nora = {
  id: 'nora-new',
  name: 'Nora New',
  role: 'Team lead',
  email: 'nora.new@shopwithus.example',
  phone: '+1 555 010 0199',
  hours: 'Monday to Friday, 9 to 5',
  locale: 'en',
} as const;

/** What is live after all others have begun: Nora has come, Ana has left, the company has moved. */
beforeAll(async () => {
  const { client, name } = desk.table();
  const before = settings.parse(defaults);
  const content = {
    ...before,
    company: { ...before.company, phone: '+1 555 010 0100' },
    staff: [...before.staff.filter(({ id }) => id !== 'ana-ruiz'), nora],
    undoWindow: 'PT1M',
  };
  const revision = { revision: 2, at, author: 'zoe', note: 'Nora joins', hash: '2', content };
  const live = { ...keys.live(published.settings), revision: 2 };
  for (const Item of [{ ...keys.revision(published.settings, 2), ...revision }, live])
    await client.send(new PutCommand({ TableName: name, Item }));
});

it('clocks stay what they were, the company and its people are as they are now', async () => {
  const { company, staff, undoWindow } = await settingsOf(desk.table(), { pins: { settings: 1 } });
  expect(undoWindow).toBe(settings.parse(defaults).undoWindow);
  expect(company.phone).toBe('+1 555 010 0100');
  expect(staff).toContainEqual(nora);
});

it('a colleague who came since is named as the interviewer they are, and asked for feedback themselves', async () => {
  const id = await desk.anApplication({ stage: 'shortlisted' });
  await seedGate(desk.table(), id, 'interview-date', '1');
  const { statusCode, body } = await desk.send('POST', `/api/staff/applications/${id}/interviews`, {
    body: {
      startsAt: '2026-03-10T10:00:00.000Z',
      minutes: 45,
      zone: 'Europe/London',
      place: 'Leeds',
      interviewers: [nora.id],
    },
    at,
  });
  expect(statusCode).toBe(201);
  const [interviewId = ''] = /[0-9A-Z]{26}/.exec(body) ?? [];
  const application = await readApplication(desk.table(), id);
  const facts = (
    asked: Pick<Parameters<typeof gatherFacts>[2], 'message' | 'to' | 'gateId' | 'interviewId'>,
  ) =>
    gatherFacts({ table: desk.table(), linksOf }, application, {
      applicationId: id,
      occurrence: '1',
      at,
      ...asked,
    });
  const scheduled = { message: 'interview-scheduled', to: 'candidate', interviewId } as const;
  expect(compose('interview-scheduled', await facts(scheduled)).variables).toMatchObject({
    interviewers: ['Nora New'],
  });
  const { gateId } = await seedGate(desk.table(), id, 'feedback', `${interviewId}.${nora.id}`, {
    owner: nora.id,
  });
  const asked = await facts({ message: 'feedback-request', to: 'interviewer', gateId });
  expect(asked.colleague).toEqual(nora);
});

it('nobody is told to telephone somebody who has left: the lead stands in', async () => {
  const id = await desk.anApplication({ stage: 'in-review' });
  const application = await readApplication(desk.table(), id);
  expect(application.pins?.settings).toBe(1);
  const asked = {
    applicationId: id,
    message: 'acknowledgement',
    to: 'candidate',
    occurrence: '1',
    at,
  } as const;
  const facts = await gatherFacts({ table: desk.table(), linksOf }, application, asked);
  expect(compose('acknowledgement', facts).variables).toMatchObject({ person: { name: 'Grace Okafor' } });
});
