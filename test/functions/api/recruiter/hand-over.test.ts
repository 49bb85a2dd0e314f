import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import type { GateKind } from '../../../../domain/application/gate.ts';
import { withdraw } from '../../../../domain/application/gate-changes.ts';
import { readApplication } from '../../../../functions/adapters/store/applications.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { gateWrite, readGate } from '../../../../functions/adapters/store/gates.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { seedGate } from '../applications.ts';
import { seedJob } from '../seed.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const at = '2026-03-03T10:00:00.000Z';
const due = '2026-03-04T09:00:00.000Z';
const body = { owner: 'tom-becker', expectedVersion: 1 };

/** An application that waits for something, and was promised it when it is a shortlist decision. */
async function waiting(kind: GateKind = 'shortlist', subject = '1', owner = 'ana-ruiz') {
  const gateId = `${kind}-${subject}`;
  const promise = { kind: 'shortlist', due, firstDue: due, madeAt: at, owner, gateId } as const;
  const id = await desk.anApplication(kind === 'shortlist' ? { promise } : {});
  await seedGate(desk.table(), id, kind, subject, { owner });
  const page = `/api/staff/applications/${id}`;
  return { id, gateId, page, path: `${page}/gates/${gateId}/owner` };
}

describe('handing over what an application waits for', () => {
  it('gives it, and the name the candidate can call, to somebody else; no date moves', async () => {
    const { id, gateId, path } = await waiting();
    expect(await desk.ask(recruiterApi.handOver, path, { body, at })).toEqual({
      owner: 'tom-becker',
      version: 2,
    });
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({
      status: 'pending',
      owner: 'tom-becker',
      handedOver: true,
      due,
      firstDue: due,
      version: 2,
    });
    expect((await readApplication(desk.table(), id)).promise).toMatchObject({ owner: 'tom-becker', due });
    expect(await listEvents(desk.table(), id)).toMatchObject([
      {
        type: 'PromiseHandedOver',
        actor: 'ana-ruiz',
        detail: { gateId, kind: 'shortlist', from: 'ana-ruiz', to: 'tom-becker' },
      },
    ]);
    // The machine waits on: at its next rung it looks at the gate anyway.
    expect(desk.woken()).toEqual([]);
  });

  it('lets whom the job does not name see it in their worklist, and do it', async () => {
    const { id, gateId, page, path } = await waiting();
    const see = { as: 'tom-becker', query: { kind: ['shortlist'], limit: ['50'] } };
    const rows = async () => (await desk.ask(recruiterApi.worklist, '/api/staff/worklist', see)).rows;
    expect(await desk.refusal('GET', page, { as: 'tom-becker' })).toMatchObject({ status: 403 });
    expect((await rows()).map(({ applicationId }) => applicationId)).not.toContain(id);

    await desk.ask(recruiterApi.handOver, path, { body, at });
    expect((await rows()).find(({ applicationId }) => applicationId === id)).toMatchObject({
      owner: 'tom-becker',
      gateId,
    });
    await desk.ask(recruiterApi.readApplication, page, { as: 'tom-becker' });
    const decision = { gateId, outcome: 'shortlisted', expectedVersion: 2 };
    await desk.ask(recruiterApi.decide, `${page}/decision`, { as: 'tom-becker', body: decision, at });
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({ decision: { by: 'tom-becker' } });
    await desk.ask(recruiterApi.readApplication, page, { as: 'tom-becker' });
  });

  it('of a question moves who answers, and not who answers for the application', async () => {
    const { id, path } = await waiting('question', ulid());
    await desk.ask(recruiterApi.handOver, path, { body: { ...body, owner: 'omar-haddad' }, at });
    const { promise, entrusted } = await readApplication(desk.table(), id);
    expect([promise, entrusted]).toEqual([undefined, ['omar-haddad']]);
  });

  it('of feedback opens the application to nobody: whoever was there has a link of their own', async () => {
    const { page, path } = await waiting('feedback', `${ulid()}.lin-zhao`, 'lin-zhao');
    await desk.ask(recruiterApi.handOver, path, { body, at });
    expect(await desk.refusal('GET', page, { as: 'tom-becker' })).toMatchObject({ status: 403 });
  });

  it('of an approval is to somebody whom a job names as lead', async () => {
    const { path } = await waiting('approval', ulid(), 'grace-okafor');
    expect(await desk.refusal('POST', path, { body, at })).toMatchObject({
      status: 422,
      fields: ['body.owner'],
    });
    await seedJob(desk.table(), 'baker-york', { lead: 'omar-haddad', status: 'closed' });
    await desk.ask(recruiterApi.handOver, path, { body: { ...body, owner: 'omar-haddad' }, at });
  });

  it('is refused to whom the job does not name, and for what there is not', async () => {
    const { path } = await waiting();
    expect(await desk.refusal('POST', path, { as: 'tom-becker', body, at })).toMatchObject({ status: 403 });
    const missing = path.replace('shortlist-1', 'shortlist-9');
    expect(await desk.refusal('POST', missing, { body, at })).toMatchObject({ status: 404 });
  });

  it.each([
    ['a stranger', { owner: 'zoe-stranger', expectedVersion: 1 }, 422, ['body.owner']],
    ['nobody', { expectedVersion: 1 }, 422, ['body.owner']],
    ['a name in place of an id', { owner: 'Tom Becker', expectedVersion: 1 }, 422, ['body.owner']],
    ['what the contract does not know', { ...body, note: 'please' }, 422, ['body.note']],
    ['whom it is with', { owner: 'ana-ruiz', expectedVersion: 1 }, 409, undefined],
    ['an old version', { ...body, expectedVersion: 0 }, 409, undefined],
  ])('is refused with %s', async (_, wrong, status, fields) => {
    const { id, gateId, path } = await waiting();
    expect(await desk.refusal('POST', path, { body: wrong, at })).toMatchObject({ status, fields });
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({ owner: 'ana-ruiz', version: 1 });
    expect(await listEvents(desk.table(), id)).toEqual([]);
  });

  it('is refused once it is decided, once the candidate has withdrawn, and of what waits for nobody', async () => {
    const { id, gateId, page, path } = await waiting();
    const decision = { gateId, outcome: 'shortlisted', expectedVersion: 1 };
    await desk.ask(recruiterApi.decide, `${page}/decision`, { body: decision, at });
    expect(await desk.refusal('POST', path, { body: { ...body, expectedVersion: 2 }, at })).toMatchObject({
      status: 409,
      detail: `settled already as shortlisted by ana-ruiz at ${at}`,
    });
    const held = await readGate(desk.table(), id, gateId);
    await commit(desk.table(), [gateWrite(desk.table(), held, withdraw(held, at), at)]);
    expect(await desk.refusal('POST', path, { body: { ...body, expectedVersion: 3 }, at })).toMatchObject({
      status: 409,
      detail: 'the candidate has withdrawn',
    });
    const pause = await waiting('offer-pause', '1', 'system');
    expect(await desk.refusal('POST', pause.path, { body, at })).toMatchObject({
      status: 409,
      detail: 'this waits for nobody',
    });
  });

  it('has one winner when two do it in the same moment', async () => {
    const { id, gateId, path } = await waiting();
    const to = (owner: string) => desk.send('POST', path, { body: { owner, expectedVersion: 1 }, at });
    const replies = await Promise.all([to('tom-becker'), to('lin-zhao')]);
    expect(replies.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['200', '409']);
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({ version: 2 });
    expect(await listEvents(desk.table(), id)).toHaveLength(1);
  });
});
