import * as z from 'zod';
import { NotAllowed } from '../../domain/steps/errors.ts';
import { variable } from '../../domain/environment.ts';
import { alarmHeard } from '../../domain/publishing/live-changes.ts';
import type { Alarm, LiveRelease } from '../../domain/publishing/release.ts';
import { liveWrite } from '../adapters/store/live-release.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { findLiveRelease } from '../adapters/store/releases.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { openWorkflows } from '../adapters/workflows.ts';
import { endCanary } from '../publishing/canary.ts';
import { settle } from '../publishing/settle.ts';
import type { Settling } from '../publishing/settle.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';

/**
 * The schedule's event, or a change of the alarm's state.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
const event = z.union([
  z.object({
    'detail-type': z.literal('CloudWatch Alarm State Change'),
    time: z.iso.datetime(),
    detail: z.object({ state: z.object({ value: z.string() }) }),
  }),
  z.object({ 'detail-type': z.literal('Scheduled Event'), time: z.iso.datetime() }),
]);

/**
 * Looks after releases: takes a canary back when an application needs attention meanwhile, lets everybody have one
 * whose time is over, and lets the aliases follow what is live if a crash left them behind.
 */
export const handler = eventHandler({
  event,
  services: () => ({
    table: openTable(readEnvironment(variable.table)[variable.table]),
    workflows: openWorkflows(),
  }),
  run: tend,
});

/** Does what is due at the instant told, and says what became of the canary. */
export async function tend(services: Settling, told: z.output<typeof event>): Promise<{ canary: string }> {
  const live = await hear(services.table, told);
  if (!live) return { canary: 'none' };
  // None starts while it rings: this one ran already.
  const alarmed = live.alarm?.rings === true;
  const over = live.canary !== undefined && told.time >= live.canary.until;
  if (live.canary && (alarmed || over)) {
    const how = alarmed
      ? ({ ending: 'alarmed', actor: 'alarm' } as const)
      : ({ ending: 'finished', actor: 'schedule' } as const);
    return { canary: await end(services, { release: live.canary.release, ...how, at: told.time }) };
  }
  if (!live.settled || isFirstHour(told.time)) await settle(services);
  return { canary: live.canary ? 'running' : 'none' };
}

/** What is live, with what was told of the alarm. */
function hear(table: Table, told: z.output<typeof event>): Promise<LiveRelease | undefined> {
  if (!('detail' in told)) return findLiveRelease(table);
  const alarm: Alarm = { rings: told.detail.state.value === 'ALARM', since: told.time };
  return optimistically(table, 'the alarm', async () => {
    const live = await findLiveRelease(table);
    const heard = live && alarmHeard(live, alarm);
    return heard ? { writes: [liveWrite(table, heard)], result: heard } : { writes: [], result: live };
  });
}

/**
 * Once a day also what is settled is looked at: of two who published at once, the slower may have been cut off just
 * after it put an alias back to the older of the two.
 */
const isFirstHour = (time: string): boolean => new Date(time).getUTCHours() === 0;

/** Somebody may have ended it at the same moment: then it is over all the same. */
async function end(services: Settling, how: Parameters<typeof endCanary>[1]): Promise<string> {
  try {
    await endCanary(services, how);
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error;
    return 'ended already';
  }
  return how.ending;
}
