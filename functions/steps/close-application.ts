import type { Application } from '../../domain/application/application.ts';
import { stagesBefore } from '../../domain/application/stages.ts';
import { addElapsed } from '../../domain/calendar/elapsed.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { restingPlace } from '../adapters/store/retention.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** When what is kept of an application that closed at an instant goes, by the settings it keeps to; and its place till then. */
async function retained(table: Table, application: Application, closedAt: string) {
  const { retention, calendar } = await settingsOf(table, application);
  const eraseAt = addElapsed(closedAt, retention, calendar.zone);
  return { eraseAt, queue: restingPlace({ eraseAt }) };
}

/** Ends an application whose outcome the candidate knows. */
export const handler = step({
  name: 'close-application',
  services: tableServices,
  run: ({ table }, { applicationId, at }) =>
    optimistically(table, 'the application', async () => {
      const application = await readApplication(table, applicationId);
      const { stage, closedAt, eraseAt } = application;
      const withdrawn = application.outcome === 'withdrawn';
      if (stagesBefore('closed').includes(stage)) {
        const change = { stage: 'closed', closedAt: at, promise: null } as const;
        const kept = await retained(table, application, at);
        return {
          result: { closed: true, withdrawn },
          writes: [
            applicationWrite(table, application, { ...change, ...kept }, at),
            eventWrite(table, { applicationId, at, type: 'ApplicationClosed', actor: 'system', detail: {} }),
          ],
        };
      }
      const result = { closed: stage === 'closed', withdrawn };
      // Closed before, when nobody noted yet until when it is kept.
      if (closedAt !== undefined && eraseAt === undefined) {
        const kept = await retained(table, application, closedAt);
        return { result, writes: [applicationWrite(table, application, kept, at)] };
      }
      return { result, writes: [] };
    }),
});
