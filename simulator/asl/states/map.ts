import { results, startChild } from '../children.ts';
import { checkSize, leave, shape } from '../completing.ts';
import type { MapState } from '../definition/types.ts';
import { EvaluationError } from '../errors.ts';
import type { Thread } from '../execution.ts';
import type { Json } from '../json.ts';
import { MAX_INLINE_CONCURRENCY } from '../limits.ts';
import type { Run } from '../run.ts';
import { type Template, evaluate, wrongType } from '../template.ts';

/** Map: the processor once for each item, so many at a time; the result is the array of the outputs. */
export async function map(run: Run, thread: Thread, state: MapState): Promise<void> {
  if (thread.phase === 'spawn') return spawn(run, thread, state, thread.previousId);
  if (thread.phase === 'finish') return finish(run, thread, state);
  const items = await itemsOf(run, thread, state);
  const tolerated = await tolerance(run, thread, state, items.length);
  const concurrency = await wholeNumber(run, thread, state.maxConcurrency, 'MaxConcurrency', 0);
  thread.children = {
    items,
    concurrency: Math.min(concurrency || MAX_INLINE_CONCURRENCY, MAX_INLINE_CONCURRENCY),
    count: items.length,
    next: 0,
    running: 0,
    failures: 0,
    results: {},
    done: 0,
    ...(tolerated === undefined ? {} : { tolerated }),
  };
  const startedId = run.emit(thread, 'MapStateStarted', { length: items.length });
  if (items.length === 0) run.makeReady(thread, 'finish');
  else await spawn(run, thread, state, startedId);
  return undefined;
}

/** Starts as many iterations as there is room for. */
async function spawn(run: Run, thread: Thread, state: MapState, previousId: number): Promise<void> {
  const { children } = thread;
  if (!children?.items) throw new Error(`Map state '${state.name}' has no items`);
  thread.phase = 'wait';
  while (children.next < children.count && children.running < children.concurrency) {
    const index = children.next;
    const value = children.items[index] ?? null;
    const input = state.itemSelector
      ? await evaluate(state.itemSelector, run.scope(thread, {}, { index, value }))
      : value;
    checkSize(input, value, state.name, 'terminal');
    const startedId = run.emit(
      thread,
      'MapIterationStarted',
      { name: state.name, index },
      { advance: false, previousId },
    );
    startChild(run, thread, index, input, startedId);
    children.next++;
    children.running++;
  }
}

async function finish(run: Run, thread: Thread, state: MapState): Promise<void> {
  const result = results(thread);
  checkSize(result, undefined, state.name, 'terminal');
  run.emit(thread, 'MapStateSucceeded', undefined, { advance: false });
  const shaped = await shape(state, run.scope(thread, { result }), result, state.name);
  leave(run, thread, state, shaped, state.next);
}

async function itemsOf(run: Run, thread: Thread, state: MapState): Promise<readonly Json[]> {
  if (!state.items) {
    if (Array.isArray(thread.input)) return thread.input;
    throw new EvaluationError(
      `Map state input must be an array but was: ${JSON.stringify(thread.input)}`,
      'Items',
    );
  }
  const items = await evaluate(state.items, run.scope(thread));
  if (Array.isArray(items)) return items;
  throw wrongType(state.items, 'Items', 'array', items);
}

/** How many iterations may fail; undefined when the definition says nothing of it. */
async function tolerance(
  run: Run,
  thread: Thread,
  state: MapState,
  length: number,
): Promise<number | undefined> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = state;
  const limits: number[] = [];
  if (count) limits.push(await wholeNumber(run, thread, count, 'ToleratedFailureCount', 0));
  if (percentage) {
    const share = await percentOf(run, thread, percentage);
    limits.push(Math.floor((length * share) / 100));
  }
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** A part of the iterations, such as 12.5. */
async function percentOf(run: Run, thread: Thread, template: Template): Promise<number> {
  const field = 'ToleratedFailurePercentage';
  const value = await evaluate(template, run.scope(thread));
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number') throw wrongType(template, field, 'number', value);
  if (number >= 0 && number <= 100) return number;
  throw new EvaluationError(
    `The ${field} field must be a number between 0 and 100, but was: ${number}`,
    field,
  );
}

/** A number of the definition; digits in a string count as the number, as on the service. */
async function wholeNumber(
  run: Run,
  thread: Thread,
  template: Template | undefined,
  field: string,
  fallback: number,
): Promise<number> {
  if (!template) return fallback;
  const value = await evaluate(template, run.scope(thread));
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
  if (typeof number === 'number') {
    throw new EvaluationError(
      `The ${field} field must be a whole number that is not negative, but was: ${number}`,
      field,
    );
  }
  throw wrongType(template, field, 'number', value);
}
