import * as z from 'zod';

/** Every machine, by the name of its file in `workflows/`. A machine stands below those it runs. */
export const workflowNames = [
  'keep-promise',
  'interview-feedback',
  'loyalty-offer',
  'callback-request',
  'candidate-journey',
] as const;

export const workflowName = z.enum(workflowNames);
export type WorkflowName = z.output<typeof workflowName>;
