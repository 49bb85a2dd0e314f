import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { raiseTask } from '../../../../functions/adapters/store/tasks.ts';
import { seedApplication, seedGate } from '../applications.ts';
import { seedJob } from '../seed.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const path = '/api/staff/worklist';
const due = (hour: number) => `2026-03-04T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ask = (query: Record<string, string>, as = 'ana-ruiz') =>
  desk.ask(recruiterApi.worklist, path, {
    as,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
  });

describe('the worklist', () => {
  it('lists what is due first, page after page, without a gap and without the others’ work', async () => {
    await seedJob(desk.table(), 'baker-york', { recruiter: 'tom-becker', backup: 'tom-becker' });
    const foreign = '01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
    await seedApplication(desk.table(), foreign, 'baker-york');
    await seedGate(desk.table(), foreign, 'next-step', '1', { due: due(9) });
    const mine: string[] = [];
    for (const hour of [12, 10, 11, 8]) {
      const id = await desk.anApplication({ stage: 'interviewing' });
      await seedGate(desk.table(), id, 'next-step', '1', { due: due(hour) });
      mine.push(id);
    }

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await ask({ kind: 'next-step', limit: '2', ...(cursor && { cursor }) });
      seen.push(...page.rows.map((row) => row.due));
      cursor = page.cursor;
    }
    expect(seen).toEqual([8, 10, 11, 12].map(due));

    // What others owe is told by when it is due, and no more.
    expect((await ask({ kind: 'next-step' })).elsewhere).toBe(due(9));
    const all = await ask({ kind: 'next-step' }, 'grace-okafor');
    expect(all.elsewhere).toBeNull();
    expect(await ask({ kind: 'next-step' }, 'tom-becker')).toMatchObject({
      rows: [{ applicationId: foreign }],
      elsewhere: due(8),
    });
    expect(all.rows.map((row) => row.due)).toEqual([8, 9, 10, 11, 12].map(due));
    expect(all.rows[0]).toEqual({
      applicationId: mine[3],
      reference: mine[3]?.slice(-6),
      gateId: 'next-step-1',
      kind: 'next-step',
      due: due(8),
      candidateName: 'Julia Stone',
      jobId: 'sales-assistant-leeds',
      jobTitle: 'Sales assistant',
      stage: 'interviewing',
      owner: 'ana-ruiz',
      version: 1,
    });
  });

  it('has tasks until somebody says they are done', async () => {
    const applicationId = await desk.anApplication();
    const { taskId } = await raiseTask(desk.table(), {
      applicationId,
      task: 'call-bounced',
      subject: '1',
      due: due(12),
      owner: 'ana-ruiz',
      at: due(9),
    });
    expect((await ask({ kind: 'task' })).rows).toMatchObject([
      { applicationId, taskId, task: 'call-bounced', due: due(12) },
    ]);
    const done = `/api/staff/tasks/${applicationId}/${taskId}/done`;
    const call = { body: { note: 'New address by phone.' }, at: due(10) };
    expect(await desk.ask(recruiterApi.finishTask, done, call)).toMatchObject({
      status: 'done',
      doneBy: 'ana-ruiz',
      note: 'New address by phone.',
    });
    expect((await ask({ kind: 'task' })).rows).toEqual([]);
    const again = await desk.refusal('POST', done, { ...call, as: 'omar-haddad' });
    expect(again.status).toBe(409);
    expect(again.detail).toContain('ana-ruiz');
  });

  it.each(['x', '{"pk":"PERSON#c0ffee"}', '{"pk":"APP#a","sk":"GATE#b","gsi1sk":""}'])(
    'refuses the cursor %s, which it never gave out',
    async (text) => {
      const query = { kind: ['shortlist'], cursor: [Buffer.from(text).toString('base64url')] };
      expect(await desk.refusal('GET', path, { query })).toMatchObject({ status: 422 });
    },
  );

  it('is for staff', async () => {
    const query = { kind: ['shortlist'] };
    expect(await desk.refusal('GET', path, { query, as: 'nobody' })).toMatchObject({ status: 403 });
  });
});
