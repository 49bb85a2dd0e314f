import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { raiseTask } from '../../../../functions/adapters/store/tasks.ts';
import { seedGate } from '../applications.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();

describe('the page of an application', () => {
  it('shows what was asked and answered, what waits and what happened', async () => {
    const id = await desk.anApplication({ resumeKey: 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E' });
    await seedGate(desk.table(), id, 'shortlist', '1');
    await raiseTask(desk.table(), {
      applicationId: id,
      task: 'welcome-call',
      subject: '1',
      due: '2026-03-03T09:00:00.000Z',
      owner: 'ana-ruiz',
      at: '2026-03-02T09:00:00.000Z',
    });
    const page = await desk.ask(recruiterApi.readApplication, `/api/staff/applications/${id}`);
    expect(page.application).toMatchObject({
      reference: id.slice(-6),
      jobTitle: 'Sales assistant',
      hasResume: true,
      candidate: { name: 'Julia Stone' },
      interests: [{ id: 'home', names: { en: 'Home', fr: 'Maison' } }],
    });
    expect(page.criteria.map(({ id, answer, met }) => ({ id, answer, met }))).toEqual([
      { id: 'weekends', answer: true, met: true },
      { id: 'till', answer: false, met: false },
    ]);
    expect(page.gates).toMatchObject([{ gateId: 'shortlist-1', status: 'pending' }]);
    expect(page.tasks).toMatchObject([{ task: 'welcome-call', status: 'open' }]);
    expect(page.timeline).toMatchObject([{ type: 'TaskRaised', actor: 'system' }]);
  });

  it('carries no task token, no hash of the person and no key of a file', async () => {
    const id = await desk.anApplication({ resumeKey: 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E' });
    await seedGate(desk.table(), id, 'shortlist', '1');
    const { body } = await desk.send('GET', `/api/staff/applications/${id}`, {});
    expect(body).not.toMatch(/token of|c0ffee|quarantine/);
  });

  it('is there for those whom the job names', async () => {
    const path = `/api/staff/applications/${await desk.anApplication()}`;
    expect(await desk.refusal('GET', path, { as: 'tom-becker' })).toMatchObject({ status: 403 });
    const unknown = '/api/staff/applications/01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
    expect(await desk.refusal('GET', unknown)).toMatchObject({ status: 404 });
  });
});
