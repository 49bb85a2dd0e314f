import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { cancel, reschedule, schedule } from '../../../../domain/interviews/changes.ts';
import type { Interview } from '../../../../domain/interviews/interview.ts';
import { standingOf } from '../../../../domain/interviews/standing.ts';
import { Contended, NotFound } from '../../../../domain/steps/errors.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { changeInterview, markHeld } from '../../../../functions/adapters/store/interview-changes.ts';
import {
  interviewWrite,
  listInterviews,
  readInterview,
} from '../../../../functions/adapters/store/interviews.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { seedGate } from '../../api/applications.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();
const at = '2026-03-04T10:00:00.000Z';
const plan = {
  startsAt: '2026-03-10T14:00:00Z',
  minutes: 45,
  zone: 'Europe/London',
  place: 'Leeds',
  interviewers: ['tom-becker'],
};

async function scheduled(applicationId = ulid(), arrangedAt = at) {
  const interview = schedule(applicationId, ulid(Date.parse(arrangedAt)), plan, { by: 'ana-ruiz', at });
  await commit(table(), [interviewWrite(table(), interview)]);
  const { interviewId } = interview;
  const change = () =>
    changeInterview(table(), {
      applicationId,
      interviewId,
      expectedVersion: 1,
      type: 'InterviewCancelled',
      actor: 'ana-ruiz',
      at,
      rule: (read) => cancel(read, { by: 'ana-ruiz', at }),
    });
  return { applicationId, interviewId, change };
}

describe('the interviews of an application', () => {
  it('are listed in the order they were arranged', async () => {
    const applicationId = ulid();
    const second = await scheduled(applicationId, '2026-03-05T10:00:00.000Z');
    const first = await scheduled(applicationId);
    const ids = (await listInterviews(table(), applicationId)).map((one) => one.interviewId);
    expect(ids).toEqual([first.interviewId, second.interviewId]);
    await expect(readInterview(table(), applicationId, ulid())).rejects.toThrow(NotFound);
  });
});

describe('a change of an interview', () => {
  it('goes without a gate while no machine waits yet', async () => {
    const { change } = await scheduled();
    expect(await change()).toMatchObject({ interview: { status: 'cancelled' }, gate: undefined });
  });

  it('moves the version of the gate, and leaves a gate alone that is over', async () => {
    const waiting = await scheduled();
    await seedGate(table(), waiting.applicationId, 'interview', waiting.interviewId);
    expect((await waiting.change()).gate).toMatchObject({ version: 2, status: 'pending' });

    const over = await scheduled();
    await seedGate(table(), over.applicationId, 'interview', over.interviewId, { status: 'closed' });
    expect((await over.change()).gate).toMatchObject({ version: 1, status: 'closed' });
  });

  it('keeps the token that a machine stored in the same moment', async () => {
    const { applicationId, interviewId, change } = await scheduled();
    const { gateId } = await seedGate(table(), applicationId, 'interview', interviewId);
    const storing = table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key: keys.gate(applicationId, gateId),
        UpdateExpression: 'SET #token = :token',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':token': 'a newer token' },
      }),
    );
    await Promise.all([change(), storing]);
    expect(await readGate(table(), applicationId, gateId)).toMatchObject({
      token: 'a newer token',
      version: 2,
    });
  });

  it('is refused when it was made on another version', async () => {
    const { change } = await scheduled();
    await change();
    await expect(change()).rejects.toThrow(Contended);
  });
});

describe('an interview that took place', () => {
  it('is told to the audit trail once, however often and at once it is seen to be over', async () => {
    const { applicationId, interviewId } = await scheduled();
    const over = '2026-03-10T14:45:00.000Z';
    await Promise.all([1, 2, 3].map(() => markHeld(table(), { applicationId, interviewId }, over)));
    expect(await listEvents(table(), applicationId)).toMatchObject([
      { type: 'InterviewHeld', at: over, detail: { interviewId, endsAt: over } },
    ]);
    expect(await readInterview(table(), applicationId, interviewId)).toMatchObject({ heldAt: over });
  });

  it('did not when it was moved, or called off, after it was seen to be over', async () => {
    const over = '2026-03-10T14:45:00.000Z';
    // The request came in time, and is committed while the machine looks.
    const inTime = '2026-03-10T14:44:59.900Z';
    const by = { by: 'ana-ruiz', at: inTime };
    const changes = {
      InterviewRescheduled: (read: Interview) =>
        reschedule(read, { ...plan, startsAt: '2026-03-12T14:00:00Z' }, by),
      InterviewCancelled: (read: Interview) => cancel(read, by),
    };
    for (const type of ['InterviewRescheduled', 'InterviewCancelled'] as const) {
      const { applicationId, interviewId } = await scheduled();
      const seen = await readInterview(table(), applicationId, interviewId);
      expect(standingOf(seen, over)).toBe('over');
      const about = { applicationId, interviewId, expectedVersion: 1, actor: 'ana-ruiz', at: inTime };
      await changeInterview(table(), { ...about, type, rule: changes[type] });
      const stands = await markHeld(table(), seen, over);
      expect(standingOf(stands, over)).toBe(type === 'InterviewCancelled' ? 'cancelled' : 'scheduled');
      expect(await readInterview(table(), applicationId, interviewId)).toEqual(stands);
      expect((await listEvents(table(), applicationId)).map((event) => event.type)).toEqual([type]);
    }
  });
});
