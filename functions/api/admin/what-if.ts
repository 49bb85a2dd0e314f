import { problemType } from '../../../domain/api/problem.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import type { Machines } from '../../../simulator/what-if/model/machines.ts';
import { findProof } from '../../adapters/store/proofs.ts';
import { findingsIn } from '../../publishing/check.ts';
import { requestProof, viewOf } from '../../publishing/proof.ts';
import { subjectOf } from '../../publishing/subject.ts';
import type { Edit, Subject } from '../../publishing/subject.ts';
import { fieldErrors } from '../../runtime/field-errors.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

type With<Body> = Exchange & { readonly body: Body };

export async function check({ table }: Services, { caller, body }: With<Pick<Edit, 'definitions'>>) {
  admin(caller);
  const findings = await findingsIn(await subjectOf(table, body));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors, findings };
}

export async function listScenarios(_: Services, { caller }: Exchange) {
  admin(caller);
  const { scenarios } = await import('../../../simulator/what-if/scenarios.ts');
  return { scenarios: scenarios.map(({ name, title }) => ({ name, title })) };
}

interface Simulated extends Edit {
  readonly scenario: string | { readonly name: string };
  readonly at?: string | undefined;
  readonly states?: boolean | undefined;
}

/** A Monday, far from any change of clocks. */
const monday = '2026-03-02T09:00:00.000Z';

export async function simulate({ table }: Services, { caller, body }: With<Simulated>) {
  admin(caller);
  const subject = await subjectOf(table, body);
  const [{ play }, { differences }] = await Promise.all([
    import('../../../simulator/what-if/play.ts'),
    import('../../../simulator/what-if/difference.ts'),
  ]);
  const scenario = await scenarioOf(body.scenario);
  const how = { at: body.at ?? monday, states: body.states ?? false };
  const live = await subjectOf(table, {});
  const version = async ({ texts, settings }: Pick<Subject, 'texts' | 'settings'>) =>
    play({ machines: await playable(texts), settings }, scenario, how);
  const before = await version(live);
  const played = await version(subject);
  return { played: { ...played, timeline: [...played.timeline] }, noticed: differences(before, played) };
}

async function scenarioOf(wanted: Simulated['scenario']) {
  const [{ scenario }, { scenarios }] = await Promise.all([
    import('../../../simulator/what-if/scenario.ts'),
    import('../../../simulator/what-if/scenarios.ts'),
  ]);
  if (typeof wanted === 'string') {
    const found = scenarios.find(({ name }) => name === wanted);
    if (!found) throw new NotFound(`the scenario ${wanted}`);
    return found;
  }
  const parsed = scenario.safeParse(wanted);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    ...issue,
    path: ['body', 'scenario', ...issue.path],
  }));
  throw new Refusal(422, { detail: 'this is no scenario', errors: fieldErrors(issues) });
}

/**
 * The machines of a version, ready to run.
 * @throws Refusal 422 with what Step Functions would say of a definition
 */
async function playable(texts: ReadonlyMap<string, string>): Promise<Machines> {
  const { readMachines } = await import('../../../simulator/what-if/model/machines.ts');
  try {
    return readMachines(Object.fromEntries(texts));
  } catch (error) {
    // Whatever it says, it says of the caller's text; what is live was read before.
    throw new Refusal(422, {
      type: problemType.invalid,
      detail: error instanceof Error ? error.message : 'a definition cannot be read',
    });
  }
}

export async function prove(services: Services, { caller, body, at }: With<Edit>) {
  const { id } = admin(caller);
  const subject = await subjectOf(services.table, body);
  await playable(subject.texts);
  return requestProof(services, subject, { by: id, at });
}

export async function readProof(
  { table }: Services,
  { caller, params, at }: Exchange & { readonly params: { readonly proof: string } },
) {
  admin(caller);
  const found = await findProof(table, params.proof);
  if (!found) throw new NotFound('the proof');
  return viewOf(found, at);
}
