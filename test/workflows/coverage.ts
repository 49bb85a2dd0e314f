import type { HistoryEvent } from '../../simulator/asl/history.ts';
import { machineTimeout, statesOf, waitsForAnswer } from './definition.ts';
import type { StateDefinition } from './definition.ts';
import { machineNames } from './machines.ts';
import type { MachineName } from './machines.ts';

const ran = new Set<string>();

/** What one line of states has been through since it entered its state, as far as the events say. */
interface Trail {
  readonly state?: string;
  readonly left?: string;
  readonly attempts: number;
  readonly failed?: string;
}

const names = ({ ErrorEquals }: { ErrorEquals: readonly string[] }, error: string): boolean =>
  ErrorEquals.includes(error) || ErrorEquals.includes('States.ALL');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Notes, event by event, what of a machine's definition one execution ran. */
export class Coverage {
  readonly #machine: MachineName;
  readonly #states: Map<string, StateDefinition>;
  readonly #trails = new Map<number, Trail>();

  constructor(machine: MachineName) {
    this.#machine = machine;
    this.#states = definitions(machine);
  }

  note({ id, previousEventId, type, details = {} }: HistoryEvent): void {
    const before = this.#trails.get(previousEventId) ?? { attempts: 0 };
    const name = textOf(details['name']);
    this.#trails.set(id, this.#follow(type, name, textOf(details['error']), before));
    if (type === 'ExecutionTimedOut') this.#ran('the whole execution', 'time-out');
  }

  #follow(type: string, name: string, error: string, before: Trail): Trail {
    if (type.endsWith('StateEntered')) {
      this.#ran(name, 'entered');
      if (before.left !== undefined) this.#chose(before.left, name);
      return { state: name, attempts: 0 };
    }
    if (type.endsWith('StateExited')) {
      if (before.failed !== undefined) this.#caught(name, before.failed);
      return { left: name, attempts: 0 };
    }
    const { state = '' } = before;
    switch (type) {
      case 'TaskScheduled':
        return { state, attempts: before.attempts + 1 };
      case 'TaskSucceeded':
        if (waitsForAnswer(this.#state(state))) this.#ran(state, 'answered');
        return before;
      case 'TaskTimedOut':
        this.#ran(state, 'time-out');
        return this.#failed(before, 'States.Timeout');
      case 'TaskFailed':
        return this.#failed(before, error);
      case 'EvaluationFailed':
        return { ...before, failed: error };
      default:
        return before;
    }
  }

  #failed(before: Trail, error: string): Trail {
    const { Retry } = this.#state(before.state ?? '');
    const index = Retry.findIndex((one) => names(one, error));
    if (Retry[index] && before.attempts > Retry[index].MaxAttempts)
      this.#ran(before.state ?? '', `retry ${index} exhausted`);
    return { ...before, failed: error };
  }

  #caught(state: string, error: string): void {
    this.#ran(state, `catch ${this.#state(state).Catch.findIndex((one) => names(one, error))}`);
  }

  #chose(state: string, next: string): void {
    const { Type, Choices, Default } = this.#state(state);
    if (Type !== 'Choice') return;
    const rule = Choices.findIndex((one) => one.Next === next);
    this.#ran(state, rule < 0 && next === Default ? 'default' : `rule ${rule}`);
  }

  #state(name: string): StateDefinition {
    const found = this.#states.get(name);
    if (!found) throw new Error(`${this.#machine} has no state ${name}`);
    return found;
  }

  #ran(state: string, what: string): void {
    ran.add(`${this.#machine}: ${state}: ${what}`);
  }
}

const known = new Map<MachineName, Map<string, StateDefinition>>();

function definitions(machine: MachineName): Map<string, StateDefinition> {
  const states = known.get(machine) ?? statesOf(machine);
  known.set(machine, states);
  return states;
}

/** Everything of a machine that can be run: states, Choice branches, Catches, Retries, time-outs, answers. */
export function everythingOf(machine: MachineName): string[] {
  if (machineTimeout(machine) <= 0) throw new Error(`${machine} never times out`);
  const all = [...definitions(machine)].flatMap(([name, state]) => {
    const targets = [...state.Choices.map(({ Next }) => Next), ...(state.Default ? [state.Default] : [])];
    if (new Set(targets).size < targets.length)
      throw new Error(`${name}: two branches with one target cannot be told apart`);
    return [
      'entered',
      ...state.Choices.map((_, index) => `rule ${index}`),
      ...(state.Default === undefined ? [] : ['default']),
      ...state.Catch.map((_, index) => `catch ${index}`),
      ...state.Retry.map((_, index) => `retry ${index} exhausted`),
      ...(state.TimeoutSeconds === undefined ? [] : ['time-out']),
      ...(waitsForAnswer(state) ? ['answered'] : []),
    ].map((what) => `${machine}: ${name}: ${what}`);
  });
  return [...all, `${machine}: the whole execution: time-out`];
}

/** What no test of this process has run so far. */
export function notRun(): string[] {
  return machineNames.flatMap(everythingOf).filter((what) => !ran.has(what));
}

/** What was noted that the definitions do not have: a mistake of this collector. */
export function unknownNotes(): string[] {
  const all = new Set(machineNames.flatMap(everythingOf));
  return [...ran].filter((what) => !all.has(what));
}
