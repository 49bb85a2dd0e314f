import type { Gate } from '../../domain/application/gate-item.ts';
import { wakeGate } from '../adapters/workflows.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';

/**
 * Wakes the machine that waits at a gate. What was decided stands already, so the caller is not told that a
 * machine could not be reached: it is counted, and the sweep wakes whatever is left in the queue.
 */
export async function wake(services: Parameters<typeof wakeGate>[0], gate: Gate, at: string): Promise<void> {
  try {
    await wakeGate(services, gate, at);
  } catch (error) {
    const { applicationId, gateId } = gate;
    logger.error('a machine could not be woken', { applicationId, gateId, ...traceOf(error) });
    await count('WakeFailed');
  }
}
