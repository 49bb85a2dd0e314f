import { describe, expect, it } from 'vitest';
import { applied } from '../../../../domain/people/person.ts';
import type { Application } from '../../../../domain/application/application.ts';
import { Contended } from '../../../../domain/steps/errors.ts';
import { beginErasure } from '../../../../functions/adapters/store/erasures.ts';
import { submit } from '../../../../functions/adapters/store/submissions.ts';
import type { Submitted } from '../../../../functions/adapters/store/submissions.ts';
import { findApplication } from '../../../../functions/adapters/store/applications.ts';
import { cancelling } from '../../cancelling.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();
const at = '2026-03-02T09:00:00.250Z';
const due = '2026-03-02T09:01:00.250Z';

function submitted(applicationId: string, personHash: string, changes: Partial<Submitted> = {}): Submitted {
  const candidate = { name: 'Julia Martin', email: 'julia@example.com' };
  const application: Application = {
    applicationId,
    jobId: 'baker',
    personHash,
    stage: 'received',
    version: 1,
    submittedAt: at,
    updatedAt: at,
    locale: 'en',
    zone: 'Europe/London',
    candidate,
    answers: {},
    interests: [],
    promise: { kind: 'acknowledgement', due, firstDue: due, madeAt: at, owner: 'ana-ruiz' },
  };
  return {
    application,
    due,
    person: (known) => applied(known, { ...application, ...candidate, consentTo: undefined, at }),
    key: `key of ${applicationId}`,
    isKeyChosen: false,
    fingerprint: `print of ${applicationId}`,
    ref: undefined,
    mailbox: personHash,
    perDay: 3,
    ...changes,
  };
}

describe('a submission', () => {
  it('is tried again after a conflict, and nothing of it is lost or doubled', async () => {
    const came = cancelling(table(), 3);
    const id = '01KDVDNA00K641QW9P9RW517WA';
    expect(await submit(table(), submitted(id, 'conflict'))).toMatchObject({ kind: 'accepted' });
    expect(came()).toBe(4);
    expect(await findApplication(table(), id)).toMatchObject({ applicationId: id });
  });

  it('is refused as contended when every try was cancelled, and then leaves nothing', async () => {
    cancelling(table(), Infinity);
    const id = '01KDVDNA00K641QW9P9RW517WB';
    await expect(submit(table(), submitted(id, 'hopeless'))).rejects.toThrow(Contended);
    cancelling(table(), 0);
    expect(await findApplication(table(), id)).toBeUndefined();
  });

  it('of two different ones at once for the same person and job stores one', async () => {
    const ids = ['01KDVDNA00K641QW9P9RW517WC', '01KDVDNA00K641QW9P9RW517WD'] as const;
    const answers = await Promise.all(ids.map((id) => submit(table(), submitted(id, 'twice'))));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['accepted', 'known']);
    const stored = await Promise.all(ids.map((id) => findApplication(table(), id)));
    expect(stored.filter(Boolean)).toHaveLength(1);
  });

  it('sent again after its candidate was erased is a new one, however often it comes', async () => {
    const [first, ...again] = ['K', 'M', 'N'].map((last) => `01KDVDNA00K641QW9P9RW517W${last}`);
    const same = { key: 'same key', fingerprint: 'same print' };
    const send = (id = '') => submit(table(), submitted(id, 'erased', same));
    await send(first);
    expect(await send(again[0])).toMatchObject({ record: { applicationId: first } });
    await beginErasure(table(), first ?? '', { reason: 'asked', confirms: false, at });
    const answers = await Promise.all(again.map(send));
    const ids = answers.map((answer) => 'record' in answer && answer.record.applicationId);
    expect(new Set(ids).size).toBe(1);
    expect(await findApplication(table(), String(ids[0]))).toBeDefined();
  });

  it('of several at once for different jobs stops at the day’s limit', async () => {
    const ids = ['E', 'F', 'G', 'H', 'J'].map((last) => `01KDVDNA00K641QW9P9RW517W${last}`);
    const answers = await Promise.all(
      ids.map((id, position) => {
        const one = submitted(id, 'eager');
        return submit(table(), { ...one, application: { ...one.application, jobId: `job-${position}` } });
      }),
    );
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(3);
    expect(answers.filter(({ kind }) => kind === 'too-many')).toHaveLength(2);
  });
});
