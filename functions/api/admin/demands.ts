import type { Change } from '../../../domain/api/problem.ts';
import { problemType } from '../../../domain/api/problem.ts';
import type { Proven } from '../../../domain/publishing/revision.ts';
import { findProof } from '../../adapters/store/proofs.ts';
import { findingsIn } from '../../publishing/check.ts';
import { proofIdOf, viewOf } from '../../publishing/proof.ts';
import type { Subject } from '../../publishing/subject.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Services } from './services.ts';

/**
 * Somebody else published what the caller edited.
 * @throws Refusal 412 that tells who, when, why and what, unless nothing did change
 */
export function refuseIfChanged(changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const said = changes.map(
    ({ what, author, at, note, difference }) =>
      `${author} published ${what}${at === undefined ? '' : ` at ${at}`} ("${note}"; ${difference})`,
  );
  throw new Refusal(412, { type: problemType.changedMeanwhile, detail: said.join('; '), changes });
}

/**
 * A definition with an error is never published, whoever insists.
 * @throws Refusal 422 that names each error with its place
 */
export async function demandValid(subject: Subject): Promise<void> {
  const errors = (await findingsIn(subject)).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Refusal(422, {
    type: problemType.invalid,
    detail: 'the check finds errors; see errors',
    errors: errors.map(({ workflow, line, column, message, mend }) => ({
      field: `definitions.${workflow}:${line}:${column}`,
      message: `${message} ${mend}`,
    })),
  });
}

/**
 * What is published has been proved, or somebody says why it is published all the same. Gives what is kept of it.
 * @throws Refusal 409 when there is no finished proof, or when it found a counterexample
 */
export async function demandProof(
  { table, proving }: Services,
  subject: Subject,
  force: { readonly reason: string } | undefined,
  at: string,
): Promise<Proven> {
  const proof = proofIdOf(proving, subject);
  const found = await findProof(table, proof);
  const view = found && viewOf(found, at);
  if (view?.holds === true) return { verdict: 'holds', proof };
  if (force) return { verdict: 'forced', reason: force.reason, ...(view && { proof }) };
  if (view?.status !== 'done') {
    const detail =
      view === undefined || view.status === 'failed'
        ? 'this was not proved: ask for a proof first'
        : 'the proof is still under way';
    throw new Refusal(409, { type: problemType.notProved, detail, proof });
  }
  const broken = (view.result?.verdicts ?? []).filter(({ verdict }) => verdict !== 'holds');
  throw new Refusal(409, {
    type: problemType.broken,
    detail: broken
      .map(({ title, verdict, why }) => [title, verdict, ...(why === undefined ? [] : [why])].join(': '))
      .join('; '),
    proof,
  });
}
