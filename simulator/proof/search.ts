import type { Settings } from '../../domain/settings/settings.ts';
import { isOpen } from '../../domain/application/stages.ts';
import { dueOf } from '../../domain/letters/dates.ts';
import { applicationId, sampleJob, submitted } from '../what-if/model/company.ts';
import type { Machines } from '../what-if/model/machines.ts';
import { World } from '../what-if/model/world.ts';
import type { Surroundings } from '../what-if/model/world.ts';
import type { Entry } from '../what-if/timeline.ts';
import { askings, calm, choices } from './choices.ts';
import type { Budget, Choice } from './choices.ts';
import { copyOf } from './copy.ts';
import { heldUp } from './held-up.ts';
import { onOneClock } from './one-clock.ts';
import { keyOf } from './key.ts';
import type { Liveness } from './liveness.ts';
import { timelineTo } from './path.ts';
import type { Course, Place, Rest } from './path.ts';
import { rules } from './rules/rules.ts';
import type { Settled } from './view.ts';
import { choose, walkToRest } from './walk.ts';
import type { Walk } from './walk.ts';

/** What is searched. */
interface Searchable {
  readonly machines: Machines;
  readonly settings: Settings;
  readonly liveness: ReadonlyMap<string, Liveness>;
  /** The instant of the submission. */
  readonly at: string;
}

export interface Counterexample {
  readonly rule: number;
  readonly why: string;
  readonly timeline: readonly Entry[];
}

interface Searched {
  /** False when the search was given up before its end. */
  readonly complete: boolean;
  readonly places: number;
  readonly edges: number;
  /** By place: those that follow it. */
  readonly children: readonly (readonly number[])[];
  readonly roots: readonly number[];
  readonly counterexamples: readonly Counterexample[];
}

/** What people may do on a path, and with which consents to offers it begins. */
interface Range {
  readonly budget: Budget;
  readonly consents: readonly boolean[];
  /** How long after the submission the journey begins, in ms: an outage holds it up, and what was promised stays. */
  readonly late?: number;
  /** Whether to end with the first counterexample, which may be all that somebody wants to know. */
  readonly untilBroken?: boolean;
}

/** After how many places somebody who looks on is told. */
const often = 100;

/**
 * Looks at every path, nearest places first, so that the first counterexample of a rule is the shortest. Gives up
 * after `limit` places. With `states` the timelines of counterexamples tell which states were entered, too.
 */
export async function search(
  subject: Searchable,
  { budget, consents: consenting, late = 0, untilBroken = false }: Range,
  limit: number,
  onProgress?: (places: number, waiting: number) => void,
  states = false,
): Promise<Searched> {
  const { machines, liveness, at } = subject;
  const settings = onOneClock(subject.settings);
  const job = sampleJob(settings);
  // The longest pauses that the machines allow themselves.
  const random = (): number => 0.999_999;
  // The entries of the walk that is being gone just now.
  let going: Entry[] = [];
  const watch: Surroundings['watch'] = (machine, { type, timestamp, details = {} }) => {
    if (!type.endsWith('StateEntered')) return;
    const text = typeof details['name'] === 'string' ? details['name'] : '';
    going.push({ at: new Date(timestamp).toISOString(), what: 'enters', who: machine, text });
  };
  const around: Surroundings = { machines, settings, job, random, ...(states && { watch }) };
  // An outage that outlasts the first date that candidates are told is bad whatever the machines do.
  const half = (Date.parse(dueOf('shortlist', settings, at)) - Date.parse(at)) / 2;
  const startedAt = Date.parse(at) + Math.min(late, half);
  const known = new Map<string, number>();
  const children: number[][] = [];
  const roots: number[] = [];
  const queue: Rest[] = [];
  const found = new Map<number, Counterexample>();
  let edges = 0;
  // Whoever runs in circles does so on nearly every path: what else may happen cannot be seen for it.
  let circling = false;

  const violated = (rule: number, why: string, place: Place | undefined, entries: readonly Entry[]): void => {
    if (!found.has(rule)) found.set(rule, { rule, why, timeline: [...timelineTo(place), ...entries] });
  };

  const arrive = (parent: Place | undefined, walk: Walk): void => {
    edges += 1;
    const { world } = walk;
    const data = world.data();
    const table = data.table;
    const nextTimer = world.nextTimer();
    const { faulted, taken, spoken } = walk.course;
    const settled: Settled = {
      world: data,
      table,
      settings,
      machines,
      startedAt,
      nextTimer,
      faulted,
      taken,
    };
    for (const { number, onSettled } of rules) {
      const why = found.has(number) ? undefined : onSettled?.(settled);
      if (why !== undefined) violated(number, why + heldUp(data, machines), parent, walk.entries);
    }
    const passes = nextTimer !== world.now;
    const { broken: _, ...kept } = walk.course;
    const course: Course = {
      ...kept,
      budget: isOpen(table.application.stage)
        ? walk.course.budget
        : {
            ...calm,
            trouble: walk.course.budget.trouble,
            questions: walk.course.budget.questions,
            decides: walk.course.budget.decides,
          },
      raced: false,
      taken: passes ? [] : taken,
      spoken: passes ? [] : spoken,
    };
    const over = nextTimer === undefined && askings(world.office, course.budget).length === 0;
    const key = over ? 'the end' : keyOf(data, liveness, passes) + JSON.stringify(course);
    let id = known.get(key);
    if (id === undefined) {
      id = known.size;
      known.set(key, id);
      children.push([]);
      queue.push({ place: { id, parent, entries: walk.entries }, data, course });
    }
    (parent ? children[parent.id] : roots)?.push(id);
  };

  const explore = async (parent: Place | undefined, first: Walk): Promise<void> => {
    const watcher = {
      changed: (change: Parameters<NonNullable<(typeof rules)[number]['onChange']>>[0], walk: Walk): void => {
        for (const { number, onChange } of rules) {
          const why = found.has(number) ? undefined : onChange?.(change);
          if (why !== undefined) violated(number, why, parent, walk.entries);
        }
      },
      circles: (walk: Walk): void => {
        circling = true;
        violated(8, 'a machine runs in circles without time going by', parent, walk.entries);
      },
    };
    const walks = [first];
    for (let walk = walks.pop(); walk; walk = walks.pop()) {
      if (circling) return;
      going = walk.entries;
      walks.push(...(await walkToRest(walk, around, watcher)));
      arrive(parent, walk);
    }
  };

  const from = ({ data, course }: Rest): Walk => ({
    world: new World(around, copyOf(data)),
    course,
    entries: [],
  });

  const acted = async (rest: Rest, choice: Choice, now: number): Promise<void> => {
    const walk = from(rest);
    walk.world.now = now;
    walk.course = { ...walk.course, raced: true };
    if (choose(walk, choice, { changed: () => undefined })) await explore(rest.place, walk);
  };

  for (const consents of consenting) {
    const table = submitted(settings, job, { submittedAt: at, consents });
    const world = new World(around, { now: startedAt, table, executions: {}, news: [] });
    world.start('candidate-journey', applicationId, { applicationId });
    const course: Course = { budget, faulted: false, raced: false, taken: [], spoken: [] };
    await explore(undefined, { world, course, entries: [] });
  }

  const searched = (complete: boolean): Searched => {
    onProgress?.(known.size, queue.length);
    return { complete, places: known.size, edges, children, roots, counterexamples: [...found.values()] };
  };

  for (let rest = queue.shift(); rest; rest = queue.shift()) {
    if (known.size > limit || circling || (untilBroken && found.size > 0)) return searched(false);
    if (rest.place.id % often === 0) onProgress?.(known.size, queue.length);
    const { world, course } = from(rest);
    const timer = world.nextTimer();
    if (timer === undefined) {
      for (const choice of askings(world.office, course.budget)) await acted(rest, choice, world.now);
      continue;
    }
    for (const choice of choices(world.office, course.budget)) {
      await acted(rest, choice, world.now);
      if (timer > world.now && choice.races) await acted(rest, choice, timer);
      const late = timer - (choice.lately ?? Infinity);
      if (late > world.now) await acted(rest, choice, late);
    }
    const walk = from(rest);
    walk.world.fireNext();
    await explore(rest.place, walk);
  }
  return searched(true);
}
