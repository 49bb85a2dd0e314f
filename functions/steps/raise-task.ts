import { askHr } from '../adapters/store/attention.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** Opens a task for HR. */
export const handler = step({
  name: 'raise-task',
  services: tableServices,
  run: async ({ table }, asked) => {
    const { taskId, due, news } = await askHr(table, asked);
    return { taskId, due, news };
  },
});
