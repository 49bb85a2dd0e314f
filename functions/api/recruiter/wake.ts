import type { Gate } from '../../../domain/application/gate-item.ts';
import { wakeGate } from '../../adapters/workflows.ts';
import { logger, traceOf } from '../../runtime/logger.ts';
import { count } from '../../runtime/metrics.ts';
import type { Services } from './services.ts';

/**
 * Wakes the machine that waits at a gate. What was decided stands already, so the caller is not told that a
 * machine could not be reached: it is counted, and the sweep wakes whatever is left in the queue.
 */
export async function wake(services: Services, gate: Gate): Promise<void> {
  try {
    await wakeGate(services, gate);
  } catch (error) {
    logger.error('a machine could not be woken', {
      applicationId: gate.applicationId,
      gateId: gate.gateId,
      ...traceOf(error),
    });
    count('WakeFailed');
  }
}
