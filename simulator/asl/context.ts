import type { State } from './definition/types.ts';
import type { Execution, Thread } from './execution.ts';
import type { Json, JsonObject } from './json.ts';
import type { MapItem } from './thread-scope.ts';
import { isoTime } from './timestamp.ts';
import { taskToken } from './token.ts';

interface Threads {
  readonly execution: Execution;
  parentOf(thread: Thread): Thread | undefined;
  stateOf(thread: Thread): State;
}

const MEMBERS = ['Execution', 'StateMachine', 'State', 'Map', 'Task'];

/** `$states.context` for a state, all of it. */
export function contextObject(threads: Threads, thread: Thread, item: MapItem | undefined): JsonObject {
  const context: Record<string, Json> = {};
  for (const name of MEMBERS) {
    const member = contextMember(threads, thread, name, item);
    if (member !== undefined) context[name] = member;
  }
  return context;
}

/**
 * A member of `$states.context`: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 * `item` is the item an ItemSelector is evaluated for.
 */
export function contextMember(
  threads: Threads,
  thread: Thread,
  name: string,
  item: MapItem | undefined,
): JsonObject | undefined {
  const { execution } = threads;
  switch (name) {
    case 'Execution':
      return executionContext(execution);
    case 'StateMachine':
      return { Id: execution.machineArn, Name: execution.machineName };
    case 'State':
      return stateContext(threads, thread);
    case 'Map':
      return mapContext(item ?? enclosingItem(threads, thread));
    case 'Task':
      return thread.task && { Token: taskToken(execution.arn, thread.task) };
    default:
      return undefined;
  }
}

const stateContext = (threads: Threads, thread: Thread): JsonObject => ({
  Name: thread.state,
  EnteredTime: isoTime(thread.enteredAt),
  ...('retry' in threads.stateOf(thread) ? { RetryCount: thread.retryCount } : {}),
});

const mapContext = (item: MapItem | undefined): JsonObject | undefined =>
  item && { Item: { Index: item.index, Value: item.value } };

const executionContext = (execution: Execution): JsonObject => ({
  Id: execution.arn,
  Input: execution.input,
  Name: execution.name,
  RoleArn: execution.roleArn,
  StartTime: isoTime(execution.startedAt),
  RedriveCount: execution.redriveCount,
  ...(execution.redrivenAt === undefined ? {} : { RedriveTime: isoTime(execution.redrivenAt) }),
});

function enclosingItem(threads: Threads, thread: Thread): MapItem | undefined {
  for (let at: Thread | undefined = thread; at; at = threads.parentOf(at)) {
    const items = threads.parentOf(at)?.children?.items;
    const value = at.index === undefined ? undefined : items?.[at.index];
    if (at.index !== undefined && value !== undefined) return { index: at.index, value };
  }
  return undefined;
}
