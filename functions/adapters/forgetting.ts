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
import { allWaiting, moveBack } from './store/queue.ts';
import { readEach } from './store/read-each.ts';
import { postponeErasure } from './store/retention.ts';

/** What is younger is still on its ordinary way. */
const patience = 'PT15M';

/**
 * Does what is to be done with one application; whatever it throws is its own trouble, and the others go on. False when
 * it was not done.
 */
export type Each = (applicationId: string, work: () => Promise<unknown>) => Promise<boolean>;

/** Goes on with erasures that broke off; false when time was over before all had their turn. */
export function finishErasures(
  eraser: Eraser,
  at: string,
  each: Each,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  const turn = { queue: erasureQueue, before: addElapsed(at, `-${patience}`, 'UTC'), at, isTimeLeft };
  return inTurn(eraser, turn, (id) => each(id, () => eraseBegun(eraser, id, at)));
}

/**
 * Erases applications whose time is over. A thank-you that can still be used and a question not yet answered are waited
 * for. False when time was over before all had their turn.
 */
export function eraseRetained(
  eraser: Eraser,
  at: string,
  each: Each,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  const turn = { queue: retentionQueue, before: at, at, isTimeLeft };
  return inTurn(eraser, turn, (id) => each(id, () => eraseOne(eraser, id, at)));
}

async function eraseOne(eraser: Eraser, applicationId: string, at: string): Promise<void> {
  const { table } = eraser;
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
}

interface Turn {
  readonly queue: string;
  readonly before: string;
  readonly at: string;
  readonly isTimeLeft: () => boolean;
}

/** One after the other, the longest waiting first. Who failed waits behind everybody who had no turn yet. */
async function inTurn(
  { table }: Eraser,
  { queue, before, at, isTimeLeft }: Turn,
  work: (applicationId: string) => Promise<boolean>,
): Promise<boolean> {
  for await (const some of allWaiting(table, queue, before)) {
    for (const { place } of some) {
      if (!isTimeLeft()) return false;
      // Both kinds of items lie below the id of their application: `APP#…`, `ERASURE#…`.
      const [, applicationId = ''] = place.pk.split('#');
      if (!(await work(applicationId))) await moveBack(table, place, at);
    }
  }
  return true;
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
