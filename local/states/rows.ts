import * as z from 'zod';

/** Rows of the service's tables, parsed when they are read. */

const text = z.string();
const optionalText = z.string().nullable();

export const MachineRow = z.strictObject({
  arn: text,
  name: text,
  role_arn: text,
  definition: text,
  revision_id: optionalText,
  settings: text,
  created_at: z.number(),
  updated_at: z.number(),
  last_version: z.number(),
  registered: optionalText,
});
export type MachineRow = z.infer<typeof MachineRow>;

export const VersionRow = z.strictObject({
  arn: text,
  machine_arn: text,
  number: z.number(),
  role_arn: text,
  definition: text,
  revision_id: optionalText,
  description: optionalText,
  created_at: z.number(),
});
export type VersionRow = z.infer<typeof VersionRow>;

export const AliasRow = z.strictObject({
  arn: text,
  machine_arn: text,
  name: text,
  description: optionalText,
  routing: text,
  created_at: z.number(),
  updated_at: z.number(),
});
export type AliasRow = z.infer<typeof AliasRow>;

export const Routing = z.array(
  z.strictObject({ stateMachineVersionArn: z.string(), weight: z.number().int().min(0).max(100) }),
);
export type Routing = z.infer<typeof Routing>;

/** An execution without its state. */
export const ExecutionRow = z.strictObject({
  id: z.number(),
  arn: text,
  machine_arn: text,
  version_arn: optionalText,
  alias_arn: optionalText,
  name: text,
  definition: text,
  revision_id: optionalText,
  input: text,
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  started_at: z.number(),
  stopped_at: z.number().nullable(),
  busy: z.number(),
  started_by: optionalText,
  parent: z.number().nullable(),
  state: text,
});
export type ExecutionRow = z.infer<typeof ExecutionRow>;

export const TimerRow = z.strictObject({ id: z.number(), execution: z.number(), key: text, at: z.number() });
export type TimerRow = z.infer<typeof TimerRow>;
