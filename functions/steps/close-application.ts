import { stagesBefore } from '../../domain/application/stages.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

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
          applicationWrite(table, application, { stage: 'closed', closedAt: at, promise: null }, at),
          eventWrite(table, { applicationId, at, type: 'ApplicationClosed', actor: 'system', detail: {} }),
        ],
      };
    }),
});
