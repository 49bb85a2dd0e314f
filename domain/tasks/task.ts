import * as z from 'zod';
import { applicationId, instant, staffId, taskId } from '../ids.ts';
import { stepContracts } from '../steps/contracts.ts';
import { NotAllowed } from '../steps/errors.ts';

/** What people in HR can be asked to do by hand: by a workflow, by what a candidate does, or by a decision. */
export const taskKind = z.enum([
  ...stepContracts['raise-task'].input.shape.task.options,
  'call-off-interview',
  'contract-call',
]);
export type TaskKind = z.output<typeof taskKind>;

export const task = z.strictObject({
  applicationId,
  taskId,
  task: taskKind,
  /** What tells it from others of its kind: of a gate or a run, or the ledger key of what is to be told. */
  subject: z.string().min(1).max(160),
  status: z.enum(['open', 'done']),
  version: z.int(),
  due: instant,
  owner: staffId,
  raisedAt: instant,
  doneAt: z.optional(instant),
  doneBy: z.optional(staffId),
  /** What whoever did it wants colleagues to know. */
  note: z.optional(z.string()),
  /** Ledger keys of all that the candidate is to be told in a call, the newest first. */
  tells: z.optional(z.array(z.string())),
});
export type Task = z.output<typeof task>;

/** The same kind and subject is the same task, so raising it again makes no second one. */
export const taskIdOf = (kind: TaskKind, subject: string): string =>
  taskId.parse(`${kind}-${subject}`.replace(/[^a-z0-9-]/gi, '-'));

/** Who did a task and when; `note` is what they want colleagues to know. */
export interface Done {
  readonly by: string;
  readonly at: string;
  readonly note?: string | undefined;
}

/**
 * The task, done by a staff id at an instant.
 * @throws NotAllowed when it is done already, and says by whom
 */
export function finish(task: Task, { by, at, note }: Done): Task {
  if (task.status === 'done') {
    throw new NotAllowed(
      `the task was done by ${task.doneBy ?? 'somebody'} at ${task.doneAt ?? 'a time unknown'}`,
    );
  }
  return {
    ...task,
    status: 'done',
    version: task.version + 1,
    doneAt: at,
    doneBy: by,
    ...(note !== undefined && { note }),
  };
}
