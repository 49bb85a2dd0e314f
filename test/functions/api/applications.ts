import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { application } from '../../../domain/application/application.ts';
import type { Application } from '../../../domain/application/application.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import type { GateKind } from '../../../domain/application/gate.ts';
import { gateCreation } from '../../../functions/adapters/store/gates.ts';
import { keys } from '../../../functions/adapters/store/keys.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import type { Table } from '../../../functions/adapters/store/table.ts';

const submittedAt = '2026-03-02T09:00:00.000Z';

/** Julia's application for a job, in review since it was submitted. */
export async function seedApplication(
  table: Table,
  applicationId: string,
  jobId: string,
  changes: Partial<Application> = {},
): Promise<Application> {
  const seeded = application.parse({
    applicationId,
    jobId,
    personHash: 'c0ffee',
    stage: 'in-review',
    version: 1,
    submittedAt,
    updatedAt: submittedAt,
    locale: 'en',
    zone: 'Europe/London',
    candidate: { name: 'Julia Stone', email: 'julia@example.com', phone: '+44 113 496 0000' },
    answers: { weekends: true, till: false },
    interests: ['home'],
    pins: { settings: 1, templates: 1 },
    ...changes,
  });
  const Item = { ...keys.application(applicationId), ...seeded };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  return seeded;
}

/** An open gate of an application, with the token of the machine that waits there. */
export async function seedGate(
  table: Table,
  applicationId: string,
  kind: GateKind,
  subject: string,
  changes: Partial<Gate> = {},
): Promise<Gate> {
  const gateId = gateIdOf(kind, subject);
  const gate: Gate = {
    applicationId,
    gateId,
    kind,
    subject,
    status: 'pending',
    version: 1,
    due: '2026-03-04T09:00:00.000Z',
    firstDue: '2026-03-04T09:00:00.000Z',
    owner: 'ana-ruiz',
    rung: -1,
    openedAt: submittedAt,
    token: `token of ${applicationId} ${gateId}`,
    ...changes,
  };
  await commit(table, [gateCreation(table, gate)]);
  return gate;
}
