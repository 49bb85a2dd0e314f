import { NotAllowed, NotFound } from '../../domain/steps/errors.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { seededRandom } from '../asl/random.ts';
import { perform, plan } from './acts.ts';
import { applicationId, sampleJob, submitted } from './model/company.ts';
import type { Machines } from './model/machines.ts';
import type { Fault, Pending } from './model/news.ts';
import { World } from './model/world.ts';
import type { Act, Scenario } from './scenario.ts';
import { changesBetween } from './timeline.ts';
import type { Entry } from './timeline.ts';

/** What is played: the machines and settings of one version. */
export interface Version {
  readonly machines: Machines;
  readonly settings: Settings;
}

export interface Played {
  readonly scenario: string;
  readonly stage: string;
  readonly outcome: string;
  readonly executions: readonly {
    readonly machine: string;
    readonly name: string;
    readonly status: string;
  }[];
  readonly timeline: readonly Entry[];
}

/** How a journey is played. */
export interface How {
  /** The instant of the submission. */
  readonly at: string;
  /** Whether the states entered stand in the timeline. */
  readonly states?: boolean;
}

/** Plays a whole journey, children included, until nothing happens any more. The same call gives the same. */
export async function play({ machines, settings }: Version, scenario: Scenario, how: How): Promise<Played> {
  const timeline: Entry[] = [];
  const job = sampleJob(settings);
  const table = submitted(settings, job, { submittedAt: how.at, consents: scenario.consents });
  const around = { machines, settings, job, random: seededRandom(1) };
  const world: World = new World(
    {
      ...around,
      ...(how.states && {
        watch: (machine, { type, details = {} }) => {
          if (!type.endsWith('StateEntered')) return;
          timeline.push({
            at: world.at,
            what: 'enters',
            who: machine,
            text: typeof details['name'] === 'string' ? details['name'] : '',
          });
        },
      }),
    },
    { now: Date.parse(how.at), table, executions: {}, news: [] },
  );
  const faultOf = faults(world, scenario);
  world.start('candidate-journey', applicationId, { applicationId });

  const settle = async (): Promise<void> => {
    for (let next = await world.nextCall(); next; next = await world.nextCall()) {
      const before = world.office.table.data;
      world.call(faultOf(next));
      timeline.push(...changesBetween(before, world.office.table.data));
    }
  };

  const acts = [...scenario.acts];
  for (;;) {
    await settle();
    const next = earliest(world, acts);
    const timer = world.nextTimer();
    if (next && (timer === undefined || next.at <= timer)) {
      acts.splice(next.index, 1);
      world.now = Math.max(world.now, next.at);
      timeline.push(...act(world, next.act, next.gate));
    } else if (timer === undefined) break;
    else world.fireNext();
  }

  const executions = world
    .executions()
    .map(({ machineName, name, status }) => ({ machine: machineName, name, status }));
  const { stage, outcome } = world.office.table.application;
  const failed = executions.filter(({ status }) => status !== 'SUCCEEDED');
  for (const { machine, status } of failed)
    timeline.push({ at: world.at, what: 'ends', who: machine, text: status });
  return { scenario: scenario.name, stage, outcome: outcome ?? 'none', executions, timeline };
}

/** The act that is due first; of those that answer the same wait only the first in the scenario counts. */
function earliest(world: World, acts: readonly Act[]) {
  const seen = new Set<string>();
  return acts
    .flatMap((act, index) => {
      const same = `${act.act}.${'on' in act ? act.on : ''}.${'interviewer' in act ? act.interviewer : ''}`;
      if (seen.has(same)) return [];
      seen.add(same);
      const planned = plan(world, act);
      return planned ? [{ act, index, ...planned }] : [];
    })
    .reduce<(ReturnType<typeof plan> & { act: Act; index: number }) | undefined>(
      (first, one) => (first === undefined || one.at < first.at ? one : first),
      undefined,
    );
}

function act(world: World, what: Act, gate: Parameters<typeof perform>[2]): Entry[] {
  const before = world.office.table.data;
  const said = { at: world.at, what: 'acts' as const, who: gate?.gateId ?? 'candidate' };
  const text = `${what.act}${'outcome' in what ? ` ${what.outcome}` : ''}`;
  try {
    perform(world, what, gate);
  } catch (error) {
    if (!(error instanceof NotAllowed || error instanceof NotFound)) throw error;
    return [{ ...said, text: `${text}: too late, ${error.message}` }];
  }
  return [{ ...said, text }, ...changesBetween(before, world.office.table.data)];
}

/** The scripted failures, each for as many calls as it says. */
function faults(world: World, { failures }: Scenario): (call: Pending) => Fault | undefined {
  const left = failures.map(({ times = Infinity }) => times);
  return ({ arn, request }) => {
    const machine = world.execution(arn)?.machineName;
    const index = failures.findIndex(
      (one, at) => one.machine === machine && one.state === request.state && (left[at] ?? 0) > 0,
    );
    const found = failures[index];
    if (!found) return undefined;
    left[index] = (left[index] ?? 0) - 1;
    return found.error === 'silent' ? 'silent' : { throws: found.error };
  };
}
