import { ulid } from 'ulid';
import * as z from 'zod';
import { handOver } from '../../../domain/application/gate-changes.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { gateId, instant, staffId } from '../../../domain/ids.ts';
import { applicationWrite, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { expectVersion } from './gate-changes.ts';
import { gateWrite, readGate } from './gates.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';

/** What the stream hears of, so that whoever was given something is told. */
const note = z.strictObject({ gateId, owner: staffId, at: instant });
export type HandOver = z.output<typeof note>;

interface Handing {
  readonly applicationId: string;
  readonly gateId: string;
  /** Staff ids of whom it is given to and of who gives it. */
  readonly owner: string;
  readonly actor: string;
  readonly at: string;
  readonly expectedVersion: number;
}

/**
 * Makes somebody else the owner of what a gate waits for, and of the current promise if that is it; they may act on the
 * application from then on. An interviewer may not: their link opens what they are asked for.
 * @throws NotFound; NotAllowed when nobody owes it any more, or it is theirs
 * @throws Contended when it is not the version the person saw
 */
export function handOverGate(
  table: Table,
  { applicationId, gateId: id, owner, actor, at, expectedVersion }: Handing,
): Promise<Pick<Gate, 'owner' | 'version'>> {
  return optimistically(table, 'the gate', async () => {
    const [gate, application] = await Promise.all([
      readGate(table, applicationId, id),
      readApplication(table, applicationId),
    ]);
    const next = handOver(gate, owner);
    expectVersion(gate, expectedVersion);
    const { promise, entrusted = [] } = application;
    const detail = { gateId: id, kind: gate.kind, from: gate.owner, to: owner };
    return {
      result: { owner, version: next.version },
      writes: [
        gateWrite(table, gate, next, at),
        applicationWrite(
          table,
          application,
          {
            ...(promise?.gateId === id && { promise: { ...promise, owner } }),
            ...(gate.kind !== 'feedback' && { entrusted: [...new Set([...entrusted, owner])] }),
          },
          at,
        ),
        eventWrite(table, { applicationId, at, type: 'PromiseHandedOver', actor, detail }),
        {
          Put: {
            TableName: table.name,
            Item: {
              ...keys.handOver(applicationId, ulid(Date.parse(at))),
              ...note.parse({ gateId: id, owner, at }),
            },
          },
        },
      ],
    };
  });
}

/** To whom what was handed over, or undefined when it is erased. */
export function findHandOver(table: Table, applicationId: string, id: string): Promise<HandOver | undefined> {
  return findItem(table, keys.handOver(applicationId, id), note);
}
