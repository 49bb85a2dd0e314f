import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { runName } from '../../../../domain/application/run.ts';
import { applicationWrite, readApplication } from '../../../../functions/adapters/store/applications.ts';
import { askHr } from '../../../../functions/adapters/store/attention.ts';
import { retentionQueue } from '../../../../functions/adapters/store/keys.ts';
import { restingPlace } from '../../../../functions/adapters/store/retention.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { takeUp } from '../../../../functions/adapters/store/taking-up.ts';
import { seedApplication } from '../../api/applications.ts';
import { seedJob, seedSettings } from '../../api/seed.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';

const table = useTable();
const at = '2026-03-02T09:05:00.000Z';
const eraseAt = '2026-08-29T08:05:00.000Z';
beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
});

const kept = async (id: string): Promise<unknown[]> =>
  (await queued(table(), retentionQueue)).filter((entry) => String(entry).endsWith(`#${id}`));

/** An application that is closed, and kept until a day in August. */
async function closed(): Promise<string> {
  const id = ulid();
  const read = await seedApplication(table(), id, 'baker', { stage: 'withdrawn', outcome: 'withdrawn' });
  const change = { stage: 'closed', closedAt: at, eraseAt, queue: restingPlace({ eraseAt }) } as const;
  await commit(table(), [applicationWrite(table(), read, change, at)]);
  return id;
}

const stall = (id: string, run: number) =>
  askHr(table(), { applicationId: id, task: 'attention', subject: runName(id, run), at });

describe('a closed application whose journey could not go on', () => {
  it('is erased at its time, once it was taken up again', async () => {
    const id = await closed();
    expect(await kept(id)).toEqual([`${eraseAt}#${id}`]);
    await stall(id, 1);
    // It waits to be taken up again.
    expect(await kept(id)).toEqual([]);
    await takeUp(table(), id, { at, by: 'system' });
    expect(await kept(id)).toEqual([`${eraseAt}#${id}`]);
  });

  it('is erased at its time when it is not taken up again by itself any more', async () => {
    const id = await closed();
    const read = await readApplication(table(), id);
    await commit(table(), [applicationWrite(table(), read, { run: 9999 }, at)]);
    await stall(id, 9999);
    expect((await readApplication(table(), id)).stalled).toBe(true);
    expect(await kept(id)).toEqual([`${eraseAt}#${id}`]);
  });
});
