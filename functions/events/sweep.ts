import * as z from 'zod';
import { firstRun } from '../../domain/application/run.ts';
import { variable } from '../../domain/environment.ts';
import { findGate } from '../adapters/store/gates.ts';
import { askedQueue, receivedQueue, stalledQueue, wakeQueue } from '../adapters/store/keys.ts';
import { longestWaiting } from '../adapters/store/queue.ts';
import { openTable } from '../adapters/store/table.ts';
import { takeUp } from '../adapters/store/taking-up.ts';
import { openWorkflows, startCallback, startJourney, wakeGate } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { count } from '../runtime/metrics.ts';

/** What is younger is still on its ordinary way. */
const patienceMs = 60_000;
/** How many of each kind one run takes on; the rest has its turn with the next run. */
const batch = 50;

/** Carries on what a crash left between two hops, journeys and questions not begun and machines not woken, and what is stalled. */
export const handler = eventHandler({
  event: z.object({ time: z.iso.datetime() }),
  services: () => {
    const environment = readEnvironment(variable.table, variable.journeyAlias, variable.callbackAlias);
    return {
      table: openTable(environment.TABLE_NAME),
      alias: environment.JOURNEY_ALIAS_ARN,
      callbackAlias: environment.CALLBACK_ALIAS_ARN,
      workflows: openWorkflows(),
    };
  },
  run: async ({ table, alias, callbackAlias, workflows }, { time }) => {
    const before = new Date(Date.parse(time) - patienceMs).toISOString();
    let started = 0;
    for (const { applicationId, run = firstRun } of await longestWaiting(
      table,
      receivedQueue,
      before,
      batch,
    )) {
      if ((await startJourney(workflows, alias, applicationId, run)) === 'started') started += 1;
    }
    const asked = await longestWaiting(table, askedQueue, before, batch);
    for (const { applicationId, questionId, run = firstRun } of asked) {
      if (questionId === undefined) continue;
      const began = await startCallback(workflows, callbackAlias, { applicationId, questionId, run });
      if (began === 'started') started += 1;
    }
    let woken = 0;
    for (const { applicationId, gateId } of await longestWaiting(table, wakeQueue, before, batch)) {
      const gate = gateId === undefined ? undefined : await findGate(table, applicationId, gateId);
      if (!gate) continue;
      await wakeGate({ workflows, table }, gate, time);
      woken += 1;
    }
    let takenUp = 0;
    for (const { applicationId } of await longestWaiting(table, stalledQueue, time, batch)) {
      if (await takeUp(table, applicationId, { at: time, by: 'system' })) takenUp += 1;
    }
    if (started + woken + takenUp > 0) await count('SweptUp');
    return { started, woken, takenUp };
  },
});
