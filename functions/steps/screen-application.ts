import { kept } from '../../domain/promises/kept.ts';
import { screen } from '../../domain/screening/screen.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Records which published criteria are met and hands the application to the people who decide. The
 * acknowledgement has gone out by now, so its promise is settled with it.
 */
export const handler = step({
  name: 'screen-application',
  services: tableServices,
  run: ({ table }, { applicationId, at }) =>
    optimistically(table, 'the application', async () => {
      const application = await readApplication(table, applicationId);
      const job = await readJob(table, application.jobId);
      const { meetsAll: meetsAllCriteria } = screen(job.criteria, application.answers);
      if (application.stage !== 'received') return { writes: [], result: { meetsAllCriteria } };
      const { promise } = application;
      const event = { applicationId, at, actor: 'system' };
      return {
        result: { meetsAllCriteria },
        writes: [
          applicationWrite(table, application, { stage: 'in-review', meetsAllCriteria }, at),
          eventWrite(table, { ...event, type: 'ApplicationScreened', detail: { meetsAllCriteria } }),
          ...(promise
            ? [
                eventWrite(table, {
                  ...event,
                  type: kept(promise.due, at) ? 'PromiseKept' : 'PromiseBroken',
                  detail: { kind: promise.kind, due: promise.due },
                }),
              ]
            : []),
        ],
      };
    }),
});
