import * as z from 'zod';
import { addElapsed } from '../../domain/calendar/elapsed.ts';
import { erase } from './erasing.ts';
import type { Eraser } from './erasing.ts';
import { marks } from './marks.ts';
import { findApplication } from './store/applications.ts';
import { beginErasure, findErasure } from './store/erasures.ts';
import { listGates } from './store/gates.ts';
import { erasureQueue, retentionQueue } from './store/keys.ts';
import { findLiveCode } from './store/offers.ts';
import { applicationsOf } from './store/person-erasure.ts';
import { longestWaiting } from './store/queue.ts';
import { readEach } from './store/read-each.ts';
import { postponeErasure } from './store/retention.ts';

/** How many of each kind one run takes on; the rest has its turn with the next run. */
const most = 100;

const turn = { most, entry: z.object({ applicationId: z.string() }) };

/** What is younger is still on its ordinary way. */
const patience = 'PT15M';

/** Does what is to be done with one application; whatever it throws is its own trouble, and the others go on. */
export type Each = (applicationId: string, work: () => Promise<unknown>) => Promise<void>;

/** Goes on with erasures that broke off. */
export async function finishErasures(eraser: Eraser, at: string, each: Each): Promise<void> {
  const before = addElapsed(at, `-${patience}`, 'UTC');
  for (const { applicationId } of await longestWaiting(eraser.table, erasureQueue, { ...turn, before })) {
    await each(applicationId, () => eraseBegun(eraser, applicationId, at));
  }
}

/** Erases applications whose time is over. A thank-you that can still be used and a question not yet answered are waited for. */
export async function eraseRetained(eraser: Eraser, at: string, each: Each): Promise<void> {
  const { table } = eraser;
  for (const { applicationId } of await longestWaiting(table, retentionQueue, { ...turn, before: at })) {
    await each(applicationId, async () => {
      const application = await findApplication(table, applicationId);
      if (!application) return;
      const [liveCode, gates] = await Promise.all([
        findLiveCode(table, application.personHash, at),
        listGates(table, applicationId),
      ]);
      const isAsking = gates.some(({ kind, status }) => kind === 'question' && status === 'pending');
      if (liveCode !== undefined || isAsking) {
        await postponeErasure(table, application, addElapsed(at, 'P1D', 'UTC'), at);
        return;
      }
      await beginErasure(table, applicationId, { reason: 'retention', confirms: false, at });
      await eraseBegun(eraser, applicationId, at);
    });
  }
}

/** Erases again what a restored backup brought back of what was erased on request; nobody is told a second time. */
export async function applyMarks(eraser: Eraser, at: string, each: Each): Promise<void> {
  const { table } = eraser;
  for await (const page of marks(eraser.files)) {
    const known = readEach(page, ({ personHash }) => applicationsOf(table, personHash));
    for await (const [{ submittedAt }, applications] of known) {
      const again = applications.filter((application) => application.submittedAt === submittedAt);
      for (const { applicationId } of again) {
        await each(applicationId, async () => {
          await beginErasure(table, applicationId, { reason: 'asked', confirms: false, at });
          await eraseBegun(eraser, applicationId, at);
        });
      }
    }
  }
}

async function eraseBegun(eraser: Eraser, applicationId: string, at: string): Promise<void> {
  const erasure = await findErasure(eraser.table, applicationId);
  if (erasure) await erase(eraser, erasure, at);
}
