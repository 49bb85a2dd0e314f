import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../domain/application/gate-changes.ts';
import { erase } from '../../../functions/adapters/erasing.ts';
import { applyMarks, eraseRetained } from '../../../functions/adapters/forgetting.ts';
import type { Each } from '../../../functions/adapters/forgetting.ts';
import { applicationWrite, findApplication } from '../../../functions/adapters/store/applications.ts';
import { listEvents } from '../../../functions/adapters/store/events.ts';
import { gateWrite } from '../../../functions/adapters/store/gates.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { seedApplication, seedGate } from '../api/applications.ts';
import { at, later, useErasures } from './erasures.ts';

const { table, files, mail, eraser, run, holding, applicant, asked } = useErasures();

describe('a closed application', () => {
  const close = async ({ applicationId }: { applicationId: string }, eraseAt: string) => {
    const application = await findApplication(table(), applicationId);
    if (application)
      await commit(table(), [
        applicationWrite(table(), application, { queue: { name: 'retention', at: eraseAt } }, at),
      ]);
  };

  it('is erased when its time is over, and nobody is written to', async () => {
    const julia = await applicant({ stage: 'closed' });
    await close(julia, '2026-09-01T00:00:00.000Z');
    expect(await run(eraseRetained, '2026-08-31T00:00:00.000Z')).toBe(0);
    expect(await findApplication(table(), julia.applicationId)).toBeDefined();
    expect(await run(eraseRetained, '2026-09-01T06:00:00.000Z')).toBe(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await listEvents(table(), julia.applicationId)).toMatchObject([
      { detail: { reason: 'retention' } },
    ]);
  });

  it('waits while somebody still owes its candidate an answer', async () => {
    const julia = await applicant({ stage: 'closed' });
    const { applicationId } = julia;
    const gate = await seedGate(table(), applicationId, 'question', ulid());
    await close(julia, '2026-09-01T00:00:00.000Z');
    await run(eraseRetained, '2026-09-05T00:00:00.000Z');
    expect(await findApplication(table(), applicationId)).toBeDefined();
    const decision = { by: 'ana-ruiz', at };
    const answered = settle(gate, { outcome: 'answered', holdUntil: null, decision });
    await commit(table(), [gateWrite(table(), gate, answered, at)]);
    expect(await run(eraseRetained, '2026-09-07T00:00:00.000Z')).toBe(1);
    expect(await findApplication(table(), applicationId)).toBeUndefined();
  });

  it('waits while its thank-you can still be used', async () => {
    const julia = await applicant({ stage: 'closed' });
    const { applicationId, personHash } = julia;
    const Item = {
      pk: `PERSON#${personHash}`,
      sk: 'LIVE-OFFER',
      code: 'X',
      validUntil: '2026-09-10T00:00:00.000Z',
    };
    await table().client.send(new PutCommand({ TableName: table().name, Item }));
    await close(julia, '2026-09-01T00:00:00.000Z');
    await run(eraseRetained, '2026-09-05T00:00:00.000Z');
    expect(await findApplication(table(), applicationId)).toBeDefined();
    expect(await run(eraseRetained, '2026-09-11T00:00:00.000Z')).toBe(1);
  });
});

describe('many whose time is over at once', () => {
  const due = '2026-09-01T00:00:00.000Z';
  const now = '2027-09-01T00:00:00.000Z';

  /** Closed applications of which nothing else is known. */
  async function closed(many: number): Promise<string[]> {
    const ids = Array.from({ length: many }, () => ulid());
    for (const id of ids) {
      const read = await seedApplication(table(), id, 'baker', { stage: 'closed', personHash: `h${id}` });
      const queue = { name: 'retention', at: due };
      await commit(table(), [applicationWrite(table(), read, { queue }, at)]);
    }
    return ids;
  }

  const left = async (ids: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(ids.map((id) => findApplication(table(), id)));
    return found.flatMap((application) => application?.applicationId ?? []);
  };

  it('are erased as long as there is time, however many others are postponed', async () => {
    const waiting = await closed(25);
    for (const id of waiting) await seedGate(table(), id, 'question', ulid());
    const ids = await closed(25);
    expect(await run(eraseRetained, now)).toBe(50);
    expect(await left(ids)).toEqual([]);
    expect(await left(waiting)).toHaveLength(25);
  });

  it('have their turn before those that failed', async () => {
    const ids = await closed(4);
    const tried: string[] = [];
    let rounds = 2;
    const failing: Each = async (id) => {
      tried.push(id);
      return false;
    };
    const isTimeLeft = () => rounds-- > 0;
    expect(await eraseRetained(eraser(), now, failing, isTimeLeft)).toBe(false);
    expect(await eraseRetained(eraser(), now, failing, () => true)).toBe(true);
    expect(tried.toSorted()).toEqual(ids.toSorted());
    // What failed has its turn again with the next run.
    expect(await run(eraseRetained, '2027-09-01T06:00:00.000Z')).toBe(4);
  });
});

describe('a restored backup', () => {
  it('brings nobody back: the mark erases again, without a word', async () => {
    const julia = await applicant();
    const backup = (
      await table().client.send(
        new QueryCommand({
          TableName: table().name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `APP#${julia.applicationId}` },
        }),
      )
    ).Items;
    await erase(eraser(), await asked(julia.applicationId), at);
    const [left] = files.commandCalls(PutObjectCommand);
    mail.resetHistory();
    for (const Item of backup ?? [])
      await table().client.send(new PutCommand({ TableName: table().name, Item }));
    expect(await holding(julia.email)).not.toEqual([]);

    const Contents = [{ Key: left?.args[0].input.Key }, { Key: 'erased/something else' }];
    files.on(ListObjectsV2Command).resolves({ Contents });
    expect(await run(applyMarks, later)).toBe(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await run(applyMarks, later)).toBe(0);
  });
});
