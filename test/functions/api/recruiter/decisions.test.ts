import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, vi } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { logger } from '../../../../functions/runtime/logger.ts';
import { queued } from '../../queued.ts';
import { seedGate } from '../applications.ts';
import { statuses } from '../statuses.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const at = '2026-03-03T10:00:00.000Z';
const gateId = 'shortlist-1';
const reasons = [{ code: 'skill', skill: 'stock counts', evidence: 'no example of one' }];
const shortlisted = { gateId, outcome: 'shortlisted', expectedVersion: 1 };

async function waiting(kind: 'shortlist' | 'next-step' = 'shortlist') {
  const id = await desk.anApplication();
  await seedGate(desk.table(), id, kind, '1');
  return { id, path: `/api/staff/applications/${id}/decision` };
}

describe('a decision', () => {
  it('is held for ten minutes, wakes the machine and is told nobody before', async () => {
    const { id, path } = await waiting();
    expect(await desk.ask(recruiterApi.decide, path, { body: shortlisted, at })).toEqual({
      status: 'held',
      leavesAt: '2026-03-03T10:10:00.000Z',
      version: 2,
    });
    expect(desk.woken()).toMatchObject([
      { token: `token of ${id} ${gateId}`, gate: { status: 'held', outcome: null, version: 2 } },
    ]);
    expect((await queued(desk.table(), 'shortlist')).join()).not.toContain(id);
  });

  it('leaves by the deadline when the window would end after it', async () => {
    const { path } = await waiting();
    const call = { body: shortlisted, at: '2026-03-04T08:55:00.000Z' };
    expect((await desk.ask(recruiterApi.decide, path, call)).leavesAt).toBe('2026-03-04T09:00:00.000Z');
  });

  it('keeps reasons and note on the gate, and no word of them in the audit trail', async () => {
    const { id, path } = await waiting();
    const body = { ...shortlisted, outcome: 'declined', reasons, note: 'strong otherwise' };
    await desk.ask(recruiterApi.decide, path, { body, at });
    expect((await readGate(desk.table(), id, gateId)).decision).toMatchObject({
      by: 'ana-ruiz',
      at,
      reasons,
      note: 'strong otherwise',
    });
    const events = await listEvents(desk.table(), id);
    expect(events).toMatchObject([{ type: 'DecisionMade', actor: 'ana-ruiz' }]);
    expect(JSON.stringify(events)).not.toMatch(/stock|strong/);
  });

  it('has one winner when two decide in the same moment; the other hears who it was', async () => {
    const { id, path } = await waiting();
    const decline = { ...shortlisted, outcome: 'declined', reasons };
    const replies = await Promise.all([
      desk.send('POST', path, { as: 'ana-ruiz', body: shortlisted, at }),
      desk.send('POST', path, { as: 'omar-haddad', body: decline, at }),
    ]);
    const { outcome, decision } = await readGate(desk.table(), id, gateId);
    const lost = replies.filter(({ statusCode }) => statusCode === 409);
    expect(statuses(replies)).toEqual([200, 409]);
    expect(lost[0]?.body).toContain(`settled already as ${outcome} by ${decision?.by} at ${at}`);
  });

  it('stands even when the machine cannot be reached; the gate stays in the queue of the sweep', async () => {
    const { id, path } = await waiting();
    desk.sfn.on(SendTaskSuccessCommand).rejects(new Error('no route to host'));
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
    expect((await desk.ask(recruiterApi.decide, path, { body: shortlisted, at })).status).toBe('held');
    expect((await queued(desk.table(), 'sweep')).join()).toContain(`#${id}#${gateId}`);
    expect(logged).toHaveBeenCalledWith('a machine could not be woken', expect.objectContaining({ gateId }));
    logged.mockRestore();
  });
});

describe('a decision that the rules do not allow', () => {
  it.each([
    ['without reasons', { outcome: 'declined' }, 'body.reasons'],
    ['with a reason of another outcome', { outcome: 'shortlisted', reasons }, 'body.reasons'],
    ['that this gate does not wait for', { outcome: 'hired' }, 'body.outcome'],
    ['of the timer', { outcome: 'released' }, 'body.outcome'],
    ['that names an interview nobody held', interviewReason(), 'body.reasons.0.code'],
    ['that names what the law protects', ageReason(), 'body.reasons.0.shown'],
  ])('%s is refused with the place', async (_, body, field) => {
    const { id, path } = await waiting();
    const refused = await desk.refusal('POST', path, { body: { ...shortlisted, ...body }, at });
    expect(refused).toMatchObject({ status: 422, fields: [field] });
    expect((await readGate(desk.table(), id, gateId)).status).toBe('pending');
  });

  it('is refused when it was made on another version', async () => {
    const { path } = await waiting();
    const body = { ...shortlisted, expectedVersion: 7 };
    expect(await desk.refusal('POST', path, { body, at })).toMatchObject({ status: 409 });
  });
});

describe('taking a decision back', () => {
  const undo = { gateId, expectedVersion: 2 };

  it('puts the application back into the worklist while the window is open', async () => {
    const { id, path } = await waiting();
    await desk.ask(recruiterApi.decide, path, { body: shortlisted, at });
    const call = { body: undo, at: '2026-03-03T10:09:59.999Z' };
    expect(await desk.ask(recruiterApi.undo, `${path}/undo`, call)).toEqual({
      status: 'pending',
      version: 3,
    });
    expect(await queued(desk.table(), 'shortlist')).toContain(`2026-03-04T09:00:00.000Z#${id}#${gateId}`);
    expect(desk.woken().map(({ gate }) => gate.status)).toEqual(['held', 'pending']);
  });

  it('is too late in the moment the message leaves', async () => {
    const { path } = await waiting();
    await desk.ask(recruiterApi.decide, path, { body: shortlisted, at });
    const late = { body: undo, at: '2026-03-03T10:10:00.000Z' };
    expect(await desk.refusal('POST', `${path}/undo`, late)).toMatchObject({ status: 409 });
  });
});

describe('who may decide', () => {
  it.each([
    ['ana-ruiz', 200],
    ['omar-haddad', 200],
    ['grace-okafor', 200],
    ['zoe-admin', 200],
    ['tom-becker', 403],
    ['nobody', 403],
  ])('%s: %i', async (as, status) => {
    const { path } = await waiting();
    expect((await desk.send('POST', path, { as, body: shortlisted, at })).statusCode).toBe(status);
  });
});

function interviewReason() {
  return {
    outcome: 'declined',
    reasons: [{ code: 'interview', criterion: 'till', hoped: 'speed', heard: 'little' }],
  };
}

function ageReason() {
  return {
    outcome: 'declined',
    reasons: [{ code: 'experience', task: 'running a till', shown: 'too old for it' }],
  };
}
