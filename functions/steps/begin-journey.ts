import { currentRun, firstRun } from '../../domain/application/run.ts';
import { published } from '../adapters/store/keys.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { readLiveRevision, readSettings } from '../adapters/store/revisions.ts';
import { markBegun } from '../adapters/store/taking-up.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** Pins the revisions this application keeps to, whatever is published later. Pinned before stays pinned. */
export const handler = step({
  name: 'begin-journey',
  services: tableServices,
  run: async ({ table }, { applicationId, at }) => {
    const { pins, submittedAt, run } = await optimistically(table, 'the application', async () => {
      const application = await readApplication(table, applicationId);
      const { submittedAt } = application;
      const run = currentRun(application);
      if (application.pins) return { writes: [], result: { pins: application.pins, submittedAt, run } };
      const [settings, templates] = await Promise.all([
        readLiveRevision(table, published.settings),
        readLiveRevision(table, published.templates),
      ]);
      const pins = { settings, templates };
      return {
        result: { pins, submittedAt, run },
        writes: [
          applicationWrite(table, application, { pins, queue: null }, at),
          eventWrite(table, { applicationId, at, type: 'JourneyBegan', actor: 'system', detail: pins }),
        ],
      };
    });
    if (run !== firstRun) await markBegun(table, applicationId, run);
    const { welcomeCall } = await readSettings(table, pins.settings);
    return { welcomeCall, submittedAt };
  },
});
