import { workflowNames } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { compareStates } from '../../../domain/workflows/compare-states.ts';
import { childrenOf } from '../../../domain/workflows/placeholders.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { lastState, listRunning } from '../../adapters/executions.ts';
import { readInstallation } from '../../adapters/store/installation.ts';
import type { Installation } from '../../adapters/store/installation.ts';
import {
  listWorkflowRevisions,
  readLiveRelease,
  readRelease,
  readTexts,
  readWorkflowRevision,
} from '../../adapters/store/releases.ts';
import type { WorkflowRevision } from '../../adapters/store/releases.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

interface OnWorkflow extends Exchange {
  readonly params: { readonly workflow: WorkflowName };
}

/** All machines with what is live, tried and in flight. */
export async function listAll({ table, workflows }: Services, { caller }: Exchange) {
  admin(caller);
  const [live, installed] = await Promise.all([readLiveRelease(table), readInstallation(table)]);
  const release = await readRelease(table, live.release);
  const canary = live.canary && (await readRelease(table, live.canary.release));
  const views = workflowNames.flatMap((workflow) => {
    const revision = release.parts[workflow];
    if (revision === undefined) return [];
    const tried = canary?.parts[workflow];
    return [viewOf(workflow, revision, tried === revision ? undefined : tried)];
  });
  return { live, workflows: await Promise.all(views) };

  async function viewOf(workflow: WorkflowName, revision: number, tried: number | undefined) {
    const [{ content, ...standing }, canaried, revisions, running] = await Promise.all([
      readWorkflowRevision(table, workflow, revision),
      tried === undefined ? null : readWorkflowRevision(table, workflow, tried),
      listWorkflowRevisions(table, workflow),
      listRunning(workflows, arnOf(installed, workflow)),
    ]);
    const inFlight = [...Map.groupBy(running.running, ({ versionArn }) => versionArn)].map(
      ([versionArn, executions]) => ({
        version: numberOf(versionArn),
        revision: revisions.find((one) => one.versionArn === versionArn)?.revision ?? null,
        running: executions.length,
        more: running.more,
      }),
    );
    return {
      workflow,
      runs: [...childrenOf(content)],
      live: noteOf(standing),
      canary: canaried && noteOf(canaried),
      inFlight: inFlight.toSorted((one, other) => other.version - one.version),
    };
  }
}

export async function listRevisionsOf({ table }: Services, { caller, params }: OnWorkflow) {
  admin(caller);
  return { revisions: (await listWorkflowRevisions(table, params.workflow)).map(noteOf) };
}

export async function readRevision(
  { table }: Services,
  {
    caller,
    params: { workflow, revision },
  }: Exchange & { readonly params: { readonly workflow: WorkflowName; readonly revision: number | 'live' } },
) {
  admin(caller);
  const wanted = revision === 'live' ? await liveRevisionOf(table, workflow) : revision;
  const { content, ...found } = await readWorkflowRevision(table, workflow, wanted);
  return { ...noteOf(found), definition: content };
}

async function liveRevisionOf(table: Services['table'], workflow: WorkflowName): Promise<number> {
  const { parts } = await readRelease(table, (await readLiveRelease(table)).release);
  const revision = parts[workflow];
  if (revision === undefined) throw new NotFound(`a live revision of ${workflow}`);
  return revision;
}

/** Executions of a version; each is named after the application it is about. */
export async function listOnVersion(
  { table, workflows }: Services,
  { caller, params, query }: OnWorkflow & { readonly query: { readonly version: number } },
) {
  admin(caller);
  const arn = arnOf(await readInstallation(table), params.workflow);
  const { running, more } = await listRunning(workflows, `${arn}:${query.version}`);
  const executions = running.flatMap(({ name, startedAt }) => {
    const applicationId = /^[0-9A-HJKMNP-TV-Z]{26}/.exec(name)?.[0];
    return applicationId === undefined ? [] : [{ name, applicationId, startedAt }];
  });
  return { executions, more };
}

/** How many executions are looked into for their state. */
const looked = 100;

export async function countInStates({ table, workflows }: Services, { caller, params }: OnWorkflow) {
  admin(caller);
  const arn = arnOf(await readInstallation(table), params.workflow);
  const { running, more } = await listRunning(workflows, arn, looked);
  const found = await Promise.all(running.map((one) => lastState(workflows, one.arn)));
  const states: Record<string, number> = {};
  for (const state of found) if (state !== undefined) states[state] = (states[state] ?? 0) + 1;
  return { states, counted: running.length, more };
}

type Definitions = Readonly<Partial<Record<WorkflowName, string>>>;

export async function compare(
  { table }: Services,
  {
    caller,
    body: { definitions, release },
  }: Exchange & {
    readonly body: { readonly definitions: Definitions; readonly release?: number | undefined };
  },
) {
  admin(caller);
  const { compareLines } = await import('../../../domain/publishing/compare-lines.ts');
  const wanted = release ?? (await readLiveRelease(table)).release;
  const texts = await readTexts(table, await readRelease(table, wanted));
  const workflows = workflowNames.flatMap((workflow) => {
    const edited = definitions[workflow];
    if (edited === undefined) return [];
    const before = texts.get(workflow) ?? '';
    const hunks = compareLines(before, edited).map(({ line, lines }) => ({ line, lines: [...lines] }));
    return [{ workflow, states: compareStates(before, edited), hunks }];
  });
  return { workflows };
}

/** What a revision says of itself, without what only publishing needs. */
function noteOf({ revision, at, author, note, hash, proven, versionArn, same }: WorkflowRevision) {
  return {
    revision,
    author,
    note,
    hash,
    versionArn,
    same,
    ...(at !== undefined && { at }),
    ...(proven && { proven }),
  };
}

function arnOf({ machines }: Installation, workflow: WorkflowName): string {
  const arn = machines[workflow]?.arn;
  if (arn === undefined) throw new NotFound(`the machine ${workflow}`);
  return arn;
}

const numberOf = (versionArn: string | undefined): number => Number(versionArn?.split(':')[7] ?? 0);
