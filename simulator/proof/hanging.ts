import type { Block, Catcher, Machine, State, TaskState } from '../asl/definition/types.ts';

/** The task of a name, wherever in a machine it stands. */
export function taskNamed(machine: Machine | undefined, name: string): TaskState | undefined {
  const within = (block: Block): TaskState | undefined => {
    const own = block.states.get(name);
    if (own?.type === 'Task') return own;
    for (const state of block.states.values()) {
      for (const inner of blocksOf(state)) {
        const found = within(inner);
        if (found) return found;
      }
    }
    return undefined;
  };
  return machine && within(machine);
}

function blocksOf(state: State): readonly Block[] {
  if (state.type === 'Map') return [state.processor];
  return state.type === 'Parallel' ? state.branches : [];
}

/** More attempts than that at a step that hangs take longer than a candidate should wait. */
const few = 8;

/**
 * Whether a task that hangs ends in another way than one that fails at once: it is never given up, is tried too
 * often, or its time-out is caught apart. Otherwise it ends in the same way, some minutes later.
 */
export function hangsApart({ timeoutSeconds, retry, catch: catchers }: TaskState): boolean {
  if (!timeoutSeconds) return true;
  const retrier = retry.find(({ errorEquals }) => names(errorEquals, 'States.Timeout'));
  if ((retrier?.maxAttempts ?? 0) > few) return true;
  return catcherOf(catchers, 'States.Timeout') !== catcherOf(catchers, 'States.TaskFailed');
}

const names = (errors: readonly string[], error: string): boolean =>
  errors.includes(error) || errors.includes('States.ALL');

const catcherOf = (catchers: readonly Catcher[], error: string): Catcher | undefined =>
  catchers.find(({ errorEquals }) => names(errorEquals, error));
