import { NotAllowed } from '../../domain/steps/errors.ts';
import { isJsonObject, parseJson } from '../asl/json.ts';
import { stepOf } from '../what-if/model/machines.ts';
import type { Pending } from '../what-if/model/news.ts';
import type { TableData } from '../what-if/model/table.ts';
import { World } from '../what-if/model/world.ts';
import type { Surroundings } from '../what-if/model/world.ts';
import { changesBetween } from '../what-if/timeline.ts';
import type { Entry } from '../what-if/timeline.ts';
import { choices } from './choices.ts';
import type { Choice } from './choices.ts';
import { copyOf } from './copy.ts';
import { troubles } from './faults.ts';
import type { Course } from './path.ts';
import { aboutOf, newLetters } from './view.ts';
import type { Changed, TakenRung } from './view.ts';

/** A world under way from one rest to the next. */
export interface Walk {
  readonly world: World;
  course: Course;
  readonly entries: Entry[];
}

/** More calls than that without time going by are a machine that runs in circles. */
const most = 300;

interface Watcher {
  readonly changed: (change: Changed, walk: Walk) => void;
  readonly circles: (walk: Walk) => void;
}

/**
 * Goes on until nothing is left to do without time; gives every other way in which that could have gone: before each
 * call somebody may act, and each call may fail.
 */
export async function walkToRest(walk: Walk, around: Surroundings, watcher: Watcher): Promise<Walk[]> {
  const others: Walk[] = [];
  const { world } = walk;
  for (let calls = 0; ; calls += 1) {
    const found = world.nextCall();
    const next = found instanceof Promise ? await found : found;
    if (!next && stillHangs(walk)) {
      world.fireNext();
      continue;
    }
    if (!next) return others;
    if (calls > most) {
      watcher.circles(walk);
      world.news.length = 0;
      return others;
    }
    if (hangs(walk, next)) {
      world.call('silent');
      continue;
    }
    if (walk.course.broken !== undefined && walk.course.broken === callKey(next)) {
      world.call({ throws: 'NotAllowed' });
      continue;
    }
    others.push(...failing(walk, next, around), ...racing(walk, next, around, watcher));
    const before = world.office.table.data;
    const rung = rungOf(next, world.at);
    world.call();
    const after = world.office.table.data;
    if (after === before) continue;
    noteChange(walk, before, watcher);
    if (rung && before.gates[rung.gateId]?.rung !== after.gates[rung.gateId]?.rung)
      walk.course = { ...walk.course, taken: [...walk.course.taken, rung] };
  }
}

/** Writes down what a step or a person changed, and shows it to the rules. */
export function noteChange(walk: Walk, before: TableData, watcher: Pick<Watcher, 'changed'>): void {
  const { world, entries } = walk;
  const after = world.office.table.data;
  entries.push(...changesBetween(before, after));
  const { spoken } = walk.course;
  const change = { before, after, spoken };
  watcher.changed(change, walk);
  const said = newLetters(change).filter(({ to, status }) => to === 'candidate' && status === 'sent');
  walk.course = {
    ...walk.course,
    spoken: [
      ...spoken,
      ...said.map(({ message, gateId = '' }) => ({ message, about: aboutOf(after, gateId) })),
    ],
  };
}

const hangs = ({ course: { silent } }: Walk, { arn, request }: Pending): boolean =>
  silent?.arn === arn && silent.state === request.state;

/** Whether the machine still tries the step that hangs; meanwhile nobody acts. Forgets a step that was given up. */
function stillHangs(walk: Walk): boolean {
  const { silent, ...course } = walk.course;
  if (!silent) return false;
  const { status, threads = {} } = walk.world.execution(silent.arn) ?? {};
  if (status === 'RUNNING' && Object.values(threads).some(({ state }) => state === silent.state)) return true;
  walk.course = course;
  return false;
}

const callKey = ({ arn, request: { state, call } }: Pending): string => JSON.stringify([arn, state, call]);

const branch = ({ world, course, entries }: Walk, around: Surroundings): Walk => ({
  world: new World(around, copyOf(world.data())),
  course,
  entries: [...entries],
});

function failing(walk: Walk, call: Pending, around: Surroundings): Walk[] {
  if (walk.course.budget.trouble === 0) return [];
  const { machineName = '' } = walk.world.execution(call.arn) ?? {};
  return troubles(call, around.machines.get(machineName)).map(({ text, fault, lasting }) => {
    const other = branch(walk, around);
    const silent = lasting ? { silent: { arn: call.arn, state: call.request.state } } : {};
    const budget = { ...walk.course.budget, trouble: 0 };
    const broken = typeof fault === 'object' && 'throws' in fault ? { broken: callKey(call) } : {};
    other.course = { ...walk.course, budget, faulted: true, ...silent, ...broken };
    other.entries.push({ at: other.world.at, what: 'acts', who: machineName, text });
    other.world.call(fault);
    return other;
  });
}

/** Somebody acts in the middle of what a timer has begun, before a step that looks at what they change. */
function racing(walk: Walk, call: Pending, around: Surroundings, watcher: Watcher): Walk[] {
  if (walk.course.raced || walk.course.faulted || !looks(call)) return [];
  return choices(walk.world.office, walk.course.budget)
    .filter(({ races }) => races)
    .flatMap((choice) => {
      const other = branch(walk, around);
      other.course = { ...other.course, raced: true };
      return choose(other, choice, watcher, ', between two steps') ? [other] : [];
    });
}

/** Somebody acts now; false when the rules do not let them any more. */
export function choose(
  walk: Walk,
  { text, act, budget }: Choice,
  watcher: Pick<Watcher, 'changed'>,
  when = '',
): boolean {
  const { world } = walk;
  const before = world.office.table.data;
  try {
    const gates = act(world);
    walk.course = { ...walk.course, budget, spoken: [] };
    walk.entries.push({ at: world.at, what: 'acts', who: 'somebody', text: text + when });
    noteChange(walk, before, watcher);
    world.wake(gates);
    return true;
  } catch (error) {
    if (error instanceof NotAllowed) return false;
    throw error;
  }
}

/** The rung that a call climbs. */
function rungOf({ request: { call } }: Pending, now: string): TakenRung | undefined {
  if (call.kind !== 'invokeFunction' || stepOf(call.functionName) !== 'climb-ladder') return undefined;
  const payload = parseJson(call.payload);
  if (!isJsonObject(payload) || !isJsonObject(payload['rung'])) return undefined;
  const { gateId } = payload;
  const { message, to, at } = payload['rung'];
  if (typeof gateId !== 'string') return undefined;
  return {
    gateId,
    message: typeof message === 'string' ? message : null,
    to: Array.isArray(to) ? to.filter((one) => typeof one === 'string') : [],
    early: typeof at === 'string' && now < at,
  };
}

/** Whether a step looks at gates or the application, so that acting before it is not the same as acting after it. */
function looks({ request: { call } }: Pending): boolean {
  if (call.kind !== 'invokeFunction') return false;
  const step = stepOf(call.functionName);
  if (step !== 'send-message') return step !== 'raise-task' && step !== 'begin-journey';
  const payload = parseJson(call.payload);
  return isJsonObject(payload) && payload['to'] === 'candidate';
}
