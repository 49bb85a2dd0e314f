import { storeToken } from '../adapters/store/gates.ts';
import { answerToken, openWorkflows } from '../adapters/workflows.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Waits at a gate: stores the task token, and answers at once if the gate has changed since the machine
 * last looked. Whoever changes it later finds the token, so between the two no change is missed.
 */
export const handler = step({
  name: 'open-gate',
  services: () => ({ ...tableServices(), workflows: openWorkflows() }),
  run: async ({ table, workflows }, { applicationId, gateId, seenVersion, taskToken }) => {
    const gate = await storeToken(table, applicationId, gateId, taskToken);
    if (gate.version !== seenVersion) await answerToken(workflows, taskToken, gate);
    return { stored: true };
  },
});
