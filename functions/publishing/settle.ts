import type { LiveRelease, Release } from '../../domain/publishing/release.ts';
import { Contended } from '../../domain/steps/errors.ts';
import { workflowNames } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { routeLive } from '../adapters/machines.ts';
import type { Route } from '../adapters/machines.ts';
import { readInstallation } from '../adapters/store/installation.ts';
import { liveWrite } from '../adapters/store/live-release.ts';
import { readLiveRelease, readRelease, readWorkflowRevision } from '../adapters/store/releases.ts';
import { commit, NotCommitted } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import type { Workflows } from '../adapters/workflows.ts';

/** How often it begins anew when others publish at the same moment. */
const attempts = 5;

/**
 * Lets the aliases of the machines follow what the store says is live. Each version names its children by version,
 * so an application starts on one release or the other, in whatever order the aliases move. Doing it again is
 * harmless: whoever was cut off in here is followed by the schedule.
 * @throws Contended when others kept publishing meanwhile
 */
export async function settle(services: Settling): Promise<LiveRelease> {
  const { table } = services;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const live = await readLiveRelease(table);
    await route(services, live);
    const settled = live.settled ? live : { ...live, settled: true, version: live.version + 1 };
    if (await stood(table, live, settled)) return settled;
  }
  throw new Contended('what is live');
}

/** Whether nobody published while the aliases moved; otherwise they may be where they should not. */
async function stood(table: Table, live: LiveRelease, settled: LiveRelease): Promise<boolean> {
  if (live.settled) return (await readLiveRelease(table)).version === live.version;
  try {
    await commit(table, [liveWrite(table, settled)]);
    return true;
  } catch (error) {
    if (error instanceof NotCommitted) return false;
    throw error;
  }
}

async function route({ table, workflows }: Settling, live: LiveRelease): Promise<void> {
  const [release, canary, { machines }] = await Promise.all([
    readRelease(table, live.release),
    live.canary && readRelease(table, live.canary.release),
    readInstallation(table),
  ]);
  for (const name of workflowNames) {
    const machine = machines[name];
    const routes = await routesOf(table, name, { release, canary, percent: live.canary?.percent ?? 0 });
    if (machine && routes.length > 0) await routeLive(workflows, machine.arn, routes);
  }
}

export interface Settling {
  readonly table: Table;
  readonly workflows: Workflows;
}

async function routesOf(
  table: Table,
  name: WorkflowName,
  { release, canary, percent }: { release: Release; canary: Release | undefined; percent: number },
): Promise<Route[]> {
  const versionOf = async (revision: number): Promise<string> =>
    (await readWorkflowRevision(table, name, revision)).versionArn;
  const [standing, tried] = [release.parts[name], canary?.parts[name]];
  if (standing === undefined)
    return tried === undefined ? [] : [{ versionArn: await versionOf(tried), weight: 100 }];
  const standingArn = await versionOf(standing);
  if (tried === undefined || tried === standing) return [{ versionArn: standingArn, weight: 100 }];
  return [
    { versionArn: standingArn, weight: 100 - percent },
    { versionArn: await versionOf(tried), weight: percent },
  ];
}
