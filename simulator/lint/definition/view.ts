import { type Json, type JsonObject, isJsonObject } from '../../asl/json.ts';
import type { Path } from '../finding.ts';

/** A state as it is written, sound or not. */
export interface StateView {
  readonly name: string;
  readonly path: Path;
  readonly type: string;
  readonly fields: JsonObject;
  readonly block: BlockView;
  /** The blocks inside of a Map or Parallel. */
  readonly inner: readonly BlockView[];
}

/** States with a beginning: the machine's own, or those inside of a Map or Parallel. */
export interface BlockView {
  readonly path: Path;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, StateView>;
  /** The Map or Parallel around it. */
  readonly within: StateView | undefined;
}

/** A definition as it is written: its fields, its outermost block and every state of it, outer ones first. */
export interface MachineView {
  readonly fields: JsonObject;
  readonly block: BlockView;
  readonly states: readonly StateView[];
}

/** The machine in a definition, or undefined when it has no states at all. */
export function viewOf(value: Json | undefined): MachineView | undefined {
  if (!isJsonObject(value)) return undefined;
  const states: StateView[] = [];
  const block = blockAt(value, [], undefined, states);
  return block && { fields: value, block, states };
}

function blockAt(
  fields: JsonObject,
  path: Path,
  within: StateView | undefined,
  all: StateView[],
): BlockView | undefined {
  const { StartAt: startAt, States: named } = fields;
  if (!isJsonObject(named)) return undefined;
  const states = new Map<string, StateView>();
  const block = { path, startAt: typeof startAt === 'string' ? startAt : '', states, within };
  for (const [name, state] of Object.entries(named)) {
    if (!isJsonObject(state)) continue;
    const inner: BlockView[] = [];
    const view = {
      name,
      path: [...path, 'States', name],
      type: textOf(state['Type']),
      fields: state,
      block,
      inner,
    };
    states.set(name, view);
    all.push(view);
    for (const [innerPath, innerFields] of blocksIn(state)) {
      const found = blockAt(innerFields, [...view.path, ...innerPath], view, all);
      if (found) inner.push(found);
    }
  }
  return block;
}

function blocksIn(state: JsonObject): [Path, JsonObject][] {
  const found: [Path, JsonObject][] = [];
  for (const field of ['ItemProcessor', 'Iterator']) {
    const processor = state[field];
    if (isJsonObject(processor)) found.push([[field], processor]);
  }
  const branches = state['Branches'];
  if (Array.isArray(branches)) {
    branches.forEach((branch: Json, index) => {
      if (isJsonObject(branch)) found.push([['Branches', index], branch]);
    });
  }
  return found;
}

/** A member of that name: not what every object inherits. */
export function memberAt(object: JsonObject | undefined, name: string): Json | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text, or nothing of it. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The objects of a list, each with its index; anything else is left out. */
export function objectsOf(value: Json | undefined): [JsonObject, number][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json, index): [JsonObject, number][] =>
    isJsonObject(item) ? [[item, index]] : [],
  );
}

/** The texts of a list; anything else is left out. */
export function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Whether a state ends its block. */
export function ends({ type, fields }: StateView): boolean {
  return fields['End'] === true || type === 'Succeed' || type === 'Fail';
}
