import type { Thread } from './execution.ts';
import type { Json } from './json.ts';
import type { Run } from './run.ts';

/** Starts a branch or an iteration; `previousId` is the event its first one follows. */
export function startChild(run: Run, parent: Thread, index: number, input: Json, previousId: number): Thread {
  const child: Thread = {
    id: run.nextId(),
    parent: parent.id,
    index,
    state: '',
    phase: 'enter',
    input,
    variables: {},
    enteredAt: run.now(),
    enteredId: 0,
    beforeId: previousId,
    previousId,
    retryCount: 0,
  };
  run.addThread(child);
  child.state = run.blockOf(child).startAt;
  return child;
}

/** Notes the end of a branch or iteration; when it was the last, the parent goes on. */
export function childDone(run: Run, parent: Thread, child: Thread, result: Json): void {
  const { children } = parent;
  if (!children || child.index === undefined) throw new Error(`Thread ${parent.id} has no children`);
  children.results[child.index] = result;
  children.done++;
  children.running--;
  parent.previousId = child.previousId;
  run.removeThread(child);
  if (children.done === children.count) run.makeReady(parent, 'finish');
  else if (children.next < children.count) run.makeReady(parent, 'spawn');
}

/** The results in order of the branches or items. */
export function results(thread: Thread): Json[] {
  const { children } = thread;
  return Array.from({ length: children?.count ?? 0 }, (_, index) => children?.results[index] ?? null);
}
