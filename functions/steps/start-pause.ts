import { addElapsed } from '../../domain/calendar/elapsed.ts';
import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { openGate } from '../adapters/store/promises.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** Opens a plain wait after the answer, which the candidate's withdrawal can end. */
export const handler = step({
  name: 'start-pause',
  services: tableServices,
  run: async ({ table }, { applicationId, pause, from, at }) => {
    const { calendar, loyalty } = await settingsOf(table, await readApplication(table, applicationId));
    const until = addElapsed(
      from,
      pause === 'offer-pause' ? loyalty.pause : loyalty.surveyPause,
      calendar.zone,
    );
    const gate = await openGate(table, applicationId, gateIdOf(pause, '1'), at, () => ({
      gate: {
        applicationId,
        gateId: gateIdOf(pause, '1'),
        kind: pause,
        subject: '1',
        status: 'pending',
        version: 1,
        due: until,
        firstDue: until,
        owner: 'system',
        rung: -1,
        openedAt: at,
      },
    }));
    return { gate: viewOf(gate), until };
  },
});
