import type { State } from './definition/types.ts';
import type { Execution, Thread } from './execution.ts';
import type { Json, JsonObject } from './json.ts';
import { isoTime } from './timestamp.ts';
import { taskToken } from './token.ts';

interface Threads {
  readonly execution: Execution;
  parentOf(thread: Thread): Thread | undefined;
  stateOf(thread: Thread): State;
}

/**
 * `$states.context` for a state: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 * `item` is the item an ItemSelector is evaluated for.
 */
export function contextObject(
  threads: Threads,
  thread: Thread,
  item?: { index: number; value: Json },
): JsonObject {
  const { execution } = threads;
  const mapItem = item ?? enclosingItem(threads, thread);
  // An expression reads one of them, if any.
  const context = {
    get Execution(): JsonObject {
      return executionContext(execution);
    },
    get StateMachine(): JsonObject {
      return { Id: execution.machineArn, Name: execution.machineName };
    },
    get State(): JsonObject {
      return {
        Name: thread.state,
        EnteredTime: isoTime(thread.enteredAt),
        ...('retry' in threads.stateOf(thread) ? { RetryCount: thread.retryCount } : {}),
      };
    },
    ...(mapItem ? { Map: { Item: { Index: mapItem.index, Value: mapItem.value } } } : {}),
  };
  const { task } = thread;
  if (!task) return context;
  const get = (): JsonObject => ({ Token: taskToken(execution.arn, task) });
  return Object.defineProperty(context, 'Task', { enumerable: true, get });
}

const executionContext = (execution: Execution): JsonObject => ({
  Id: execution.arn,
  Input: execution.input,
  Name: execution.name,
  RoleArn: execution.roleArn,
  StartTime: isoTime(execution.startedAt),
  RedriveCount: execution.redriveCount,
  ...(execution.redrivenAt === undefined ? {} : { RedriveTime: isoTime(execution.redrivenAt) }),
});

function enclosingItem(threads: Threads, thread: Thread): { index: number; value: Json } | undefined {
  for (let at: Thread | undefined = thread; at; at = threads.parentOf(at)) {
    const items = threads.parentOf(at)?.children?.items;
    const value = at.index === undefined ? undefined : items?.[at.index];
    if (at.index !== undefined && value !== undefined) return { index: at.index, value };
  }
  return undefined;
}
