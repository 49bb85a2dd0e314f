import { taskDue } from '../letters/dates.ts';
import type { Settings } from '../settings/settings.ts';
import { taskIdOf } from './task.ts';
import type { Task } from './task.ts';

/**
 * By when whoever is hired is called about their contract: the date is in their letter, and their recruiter has a task by
 * it. `hiredAt` is when that was recorded; a letter that leaves only after the date has a new one.
 */
export function contractCallDue(settings: Settings, hiredAt: string, at: string): string {
  const due = taskDue(settings, hiredAt);
  return due > at ? due : taskDue(settings, at);
}

/** The call that whoever is hired by the decision at a gate is promised. */
export const taskOfHiring = (
  { applicationId, gateId }: { readonly applicationId: string; readonly gateId: string },
  { settings, owner, at }: { readonly settings: Settings; readonly owner: string; readonly at: string },
): Task => ({
  applicationId,
  taskId: taskIdOf('contract-call', gateId),
  task: 'contract-call',
  subject: gateId,
  status: 'open',
  version: 1,
  due: contractCallDue(settings, at, at),
  owner,
  raisedAt: at,
});
