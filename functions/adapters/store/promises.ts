import type {
  Application,
  ApplicationEvent,
  CurrentPromise,
} from '../../../domain/application/application.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { isOpen } from '../../../domain/application/stages.ts';
import type { Stage } from '../../../domain/application/stages.ts';
import { withdraw } from '../../../domain/application/gate-changes.ts';
import { applicationWrite, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { findGate, gateCreation, gateWrite, readGate } from './gates.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';

/** What is decided about a new gate once the application has been read. */
export interface Opening {
  readonly gate: Gate;
  /** The candidate-facing promise that replaces the current one; none for waits inside the company. */
  readonly promise?: CurrentPromise;
  readonly stage?: Stage;
  readonly event?: Omit<ApplicationEvent, 'applicationId' | 'at'>;
}

/**
 * Opens a gate together with the promise the candidate is given for it. Opened before means opened: the
 * gate is given as it stands. After a withdrawal it is given closed and nothing is written.
 * @throws NotFound, Contended
 */
export function openGate(
  table: Table,
  applicationId: string,
  id: string,
  at: string,
  open: (application: Application) => Promise<Opening> | Opening,
): Promise<Gate> {
  return optimistically<Gate>(table, 'the application', async () => {
    const found = await findGate(table, applicationId, id);
    if (found) return { writes: [], result: found };
    const application = await readApplication(table, applicationId);
    const { gate, promise, stage, event } = await open(application);
    if (application.outcome === 'withdrawn') return { writes: [], result: withdraw(gate, at) };
    const change = {
      ...(promise && isOpen(application.stage) && { promise }),
      ...(stage && stage !== application.stage && { stage }),
    };
    return {
      result: gate,
      writes: [
        applicationWrite(table, application, change, at),
        gateCreation(table, gate),
        ...(event ? [eventWrite(table, { ...event, applicationId, at })] : []),
      ],
    };
  });
}

/**
 * Takes a promise up again that was made before: what a rule makes of its gate and of the current promise, written
 * together. Gives the gate as it stands afterwards.
 * @throws NotFound, Contended
 */
export function takeUpGate(
  table: Table,
  { applicationId, gateId }: Pick<Gate, 'applicationId' | 'gateId'>,
  at: string,
  rule: (application: Application, gate: Gate) => Pick<Opening, 'gate' | 'promise'>,
): Promise<Gate> {
  return optimistically<Gate>(table, 'the gate', async () => {
    const [application, known] = await Promise.all([
      readApplication(table, applicationId),
      readGate(table, applicationId, gateId),
    ]);
    const { gate, promise } = rule(application, known);
    return {
      result: gate,
      writes: [
        ...(gate === known ? [] : [gateWrite(table, known, gate, at)]),
        ...(promise ? [applicationWrite(table, application, { promise }, at)] : []),
      ],
    };
  });
}
