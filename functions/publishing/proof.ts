import type { ProofView } from '../../domain/api/admin/what-if.ts';
import { startOnce } from '../adapters/executions.ts';
import { adminEventWrite } from '../adapters/store/admin-events.ts';
import { hashOf } from '../adapters/store/hash.ts';
import { findProof, pack, putProof } from '../adapters/store/proofs.ts';
import type { StoredProof } from '../adapters/store/proofs.ts';
import { commit } from '../adapters/store/table.ts';
import type { Settling } from './settle.ts';
import type { Subject } from './subject.ts';

/** Where proofs are carried out, and by which code: another code may come to another verdict. */
export interface Proving {
  readonly machineArn: string;
  readonly prover: string;
}

type Proved = Pick<Subject, 'texts' | 'settings'>;

/** The id of a proof: the same question has the same, so nothing is proved twice. */
export function proofIdOf({ prover }: Proving, { texts, settings }: Proved): string {
  const machines = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return hashOf([prover, machines, settings]).slice(0, 32);
}

/** A proof takes about a minute; what has not ended after so long (ms) never will. */
const patienceMs = 20 * 60_000;
const keptDays = 90;

/** Asks for a proof, unless the same question was asked before: then that answer stands. */
export async function requestProof(
  { table, workflows, proving }: Settling & { readonly proving: Proving },
  subject: Proved,
  { by, at }: { by: string; at: string },
): Promise<ProofView> {
  const proof = proofIdOf(proving, subject);
  const before = await findProof(table, proof);
  if (before && viewOf(before, at).status !== 'failed') {
    // Whoever asked may have been cut off before it was started; starting it twice is starting it once.
    if (before.status === 'requested') await start(workflows, proving, before);
    return viewOf(before, at);
  }
  const asked: StoredProof = {
    proof,
    status: 'requested',
    attempt: (before?.attempt ?? 0) + 1,
    requestedAt: at,
    requestedBy: by,
    subject: pack({ machines: Object.fromEntries(subject.texts), settings: subject.settings }),
    expiresAt: Math.ceil(Date.parse(at) / 1000) + keptDays * 86_400,
  };
  if (await putProof(table, asked)) {
    await commit(table, [
      adminEventWrite(table, { at, type: 'ProofRequested', actor: by, detail: { proof } }),
    ]);
  }
  await start(workflows, proving, asked);
  return viewOf(asked, at);
}

function start(workflows: Settling['workflows'], { machineArn }: Proving, { proof, attempt }: StoredProof) {
  return startOnce(workflows, machineArn, `${proof}-${attempt}`, { proof });
}

/** A proof as admins see it at an instant. */
export function viewOf(
  { proof, status, requestedAt, holds, result, failure }: StoredProof,
  at: string,
): ProofView {
  const ended = status === 'done' || status === 'failed';
  const lost = !ended && Date.parse(at) - Date.parse(requestedAt) > patienceMs;
  return {
    proof,
    status: lost ? 'failed' : status,
    requestedAt,
    holds: status === 'done' ? (holds ?? false) : null,
    ...(result !== undefined && { result }),
    ...(failure !== undefined && { failure }),
    ...(lost && { failure: 'it was cut off; ask for it again' }),
  };
}
