import type { Task } from '../../../domain/tasks/task.ts';
import { finishTask } from '../../adapters/store/finish-task.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';

interface Asked extends Exchange {
  readonly params: { readonly applicationId: string; readonly taskId: string };
  readonly body: { readonly note?: string | undefined };
}

export async function markTaskDone({ table }: Services, { params, body, at, caller }: Asked): Promise<Task> {
  const { colleague } = await permitted(table, caller, params.applicationId);
  return finishTask(table, params, { by: colleague.id, at, ...body });
}
