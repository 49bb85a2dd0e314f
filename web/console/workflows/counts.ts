import { useCallback } from 'react';
import { adminApi } from '../../../domain/api/admin.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded, useRefresh } from '../api/loaded.ts';

/** How many applications are in each state of a machine now, and that in words. */
export function useCounts(workflow: WorkflowName): {
  readonly counts: ReadonlyMap<string, number>;
  readonly inWords: string;
} {
  const { call } = useSigned();
  const { value, error, reload } = useLoaded(
    useCallback(() => call(adminApi.countStates, { params: { workflow } }), [call, workflow]),
  );
  useRefresh(reload);
  const counts = new Map(Object.entries(value?.states ?? {}));
  if (error !== undefined) return { counts, inWords: 'How many are in each state could not be counted.' };
  if (value === undefined) return { counts, inWords: 'Counting who is in each state.' };
  if (value.counted === 0) return { counts, inWords: 'Nobody is in it now.' };
  const of = value.more
    ? `the newest ${value.counted}`
    : value.counted === 1
      ? 'one'
      : `all ${value.counted}`;
  return { counts, inWords: `Numbers in the graph: who is in a state now, of ${of} in flight.` };
}
