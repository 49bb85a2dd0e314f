import { objectionsToOwner } from '../../../domain/promises/new-owner.ts';
import { handOverGate } from '../../adapters/store/hand-overs.ts';
import { listGates, readGate } from '../../adapters/store/gates.ts';
import { listJobs } from '../../adapters/store/jobs.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';

interface Asked extends Exchange {
  readonly params: { readonly applicationId: string; readonly gateId: string };
  readonly body: { readonly owner: string; readonly expectedVersion: number };
}

/** Gives what a gate waits for to somebody else; the stream tells them. */
export async function handOver({ table }: Services, { params, body, at, caller }: Asked) {
  const { applicationId, gateId } = params;
  const { colleague } = await permitted(table, caller, applicationId);
  const [gate, gates, { staff }, open, closed] = await Promise.all([
    readGate(table, applicationId, gateId),
    listGates(table, applicationId),
    readLiveSettings(table),
    listJobs(table, 'open'),
    listJobs(table, 'closed'),
  ]);
  refuseObjections(objectionsToOwner(body.owner, gate, { staff, gates, jobs: [...open, ...closed] }));
  return handOverGate(table, { ...params, ...body, actor: colleague.id, at });
}
