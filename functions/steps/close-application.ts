import type { Application } from '../../domain/application/application.ts';
import { stagesBefore } from '../../domain/application/stages.ts';
import { addElapsed } from '../../domain/calendar/elapsed.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { retentionQueue } from '../adapters/store/keys.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** When what is kept of an application that closes now goes, by the settings it keeps to. */
async function eraseAt(table: Table, application: Application, at: string): Promise<string> {
  const { retention, calendar } = await settingsOf(table, application);
  return addElapsed(at, retention, calendar.zone);
}

/** Ends an application whose outcome the candidate knows. */
export const handler = step({
  name: 'close-application',
  services: tableServices,
  run: ({ table }, { applicationId, at }) =>
    optimistically(table, 'the application', async () => {
      const application = await readApplication(table, applicationId);
      const withdrawn = application.outcome === 'withdrawn';
      if (!stagesBefore('closed').includes(application.stage)) {
        return { writes: [], result: { closed: application.stage === 'closed', withdrawn } };
      }
      return {
        result: { closed: true, withdrawn },
        writes: [
          applicationWrite(
            table,
            application,
            {
              stage: 'closed',
              closedAt: at,
              promise: null,
              queue: { name: retentionQueue, at: await eraseAt(table, application, at) },
            },
            at,
          ),
          eventWrite(table, { applicationId, at, type: 'ApplicationClosed', actor: 'system', detail: {} }),
        ],
      };
    }),
});
