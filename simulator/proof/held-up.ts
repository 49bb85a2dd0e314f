import type { Machines } from '../what-if/model/machines.ts';
import type { WorldData } from '../what-if/model/world.ts';

/** What a Wait state holds up, as the end of a sentence; nothing when no machine is in one. */
export function heldUp({ executions }: WorldData, machines: Machines): string {
  for (const { execution } of Object.values(executions)) {
    const { machineName, status, threads } = execution;
    if (status !== 'RUNNING') continue;
    const states = machines.get(machineName)?.states;
    const waiting = Object.values(threads).find(({ state }) => states?.get(state)?.type === 'Wait');
    if (waiting)
      return `: '${waiting.state}' of ${machineName} waits first, and nobody can end it; take it out, or put it behind what is to be said`;
  }
  return '';
}
