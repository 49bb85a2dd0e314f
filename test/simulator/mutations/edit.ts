import { currentTexts } from '../../../tools/workflows/read.ts';
import type { Texts } from '../../../tools/workflows/read.ts';

export const root = new URL('../../..', import.meta.url).pathname;
export const shipped = currentTexts(root);

/** A change of files, as somebody makes it in an editor. */
export type Edit = (texts: Texts) => Texts;

/** A state, or another object of a definition or of the settings. */
export interface Fields {
  [field: string]: unknown;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field of a definition or of the settings holds. @throws when it is not there */
export function fieldsIn(value: unknown, ...path: readonly (string | number)[]): Fields {
  let at = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isFields(at) ? at[step] : undefined;
  }
  if (!isFields(at)) throw new Error(`nothing at ${path.join(', ')}`);
  return at;
}

/** A machine with its definition changed. */
export const machine =
  (name: string, change: (definition: Fields) => void): Edit =>
  (texts) => {
    const definition: unknown = JSON.parse(texts.machines[name] ?? '');
    change(fieldsIn(definition));
    return { ...texts, machines: { ...texts.machines, [name]: JSON.stringify(definition, undefined, 2) } };
  };

/** A state by its name, an iteration's too. */
export function stateOf(definition: unknown, name: string): Fields {
  for (const [key, state] of Object.entries(fieldsIn(definition, 'States'))) {
    if (key === name) return fieldsIn(state);
    if (!isFields(state) || !isFields(state['ItemProcessor'])) continue;
    if (Object.hasOwn(fieldsIn(state, 'ItemProcessor', 'States'), name))
      return fieldsIn(state, 'ItemProcessor', 'States', name);
  }
  throw new Error(`there is no state ${name}`);
}

/** A machine with one state changed. */
export const state = (name: string, of: string, change: (state: Fields) => void): Edit =>
  machine(name, (definition) => change(stateOf(definition, of)));

/** A state that goes on to another one. */
export const onward = (name: string, of: string, to: string): Edit =>
  state(name, of, (it) => void (it['Next'] = to));

/** A branch that leads somewhere else: the one whose condition says this. */
export const branch = (name: string, of: string, saying: string, change: (branch: Fields) => void): Edit =>
  state(name, of, (it) => {
    const branches: unknown[] = Array.isArray(it['Choices']) ? it['Choices'] : [];
    const found = branches.find((one) => isFields(one) && String(one['Condition']).includes(saying));
    change(fieldsIn(found));
  });

export const branchTo = (name: string, of: string, saying: string, to: string): Edit =>
  branch(name, of, saying, (it) => void (it['Next'] = to));

/** The catch-all of a state leads somewhere else. */
export const caughtBy = (name: string, of: string, to: string): Edit =>
  state(name, of, (it) => {
    const catchers: unknown[] = Array.isArray(it['Catch']) ? it['Catch'] : [];
    fieldsIn(catchers.at(-1))['Next'] = to;
  });

/** Other words in a machine, wherever they stand. @throws when they do not stand there */
export const words =
  (name: string, before: string, after: string): Edit =>
  (texts) => {
    const text = texts.machines[name] ?? '';
    if (!text.includes(before)) throw new Error(`${name} does not say ${before}`);
    return { ...texts, machines: { ...texts.machines, [name]: text.replaceAll(before, () => after) } };
  };

export const settings =
  (change: (settings: Fields) => void): Edit =>
  (texts) => {
    const read: unknown = JSON.parse(texts.settings);
    change(fieldsIn(read));
    return { ...texts, settings: JSON.stringify(read) };
  };

/** Another policy for a promise. */
export const policy = (kind: string, change: (policy: Fields) => void): Edit =>
  settings((all) => change(fieldsIn(all, 'promises', kind)));

export const all =
  (...edits: readonly Edit[]): Edit =>
  (texts) =>
    edits.reduce((before, edit) => edit(before), texts);

/** One more state behind another. */
export const insert = (name: string, title: string, added: Fields, after: string): Edit =>
  machine(name, (it) => {
    const before = stateOf(it, after);
    Object.assign(fieldsIn(it, 'States'), { [title]: { ...added, Next: before['Next'] } });
    before['Next'] = title;
  });

/** Another value for something a step is given. */
export const payload = (name: string, of: string, field: string, value: unknown): Edit =>
  state(name, of, (it) => void (fieldsIn(it, 'Arguments', 'Payload')[field] = value));

/** Every state of a machine changed, iterations left out. */
export const forAll = (name: string, change: (state: Fields) => void): Edit =>
  machine(name, (it) => {
    for (const one of Object.values(fieldsIn(it, 'States'))) if (isFields(one)) change(one);
  });

/** The last entry of a Catch. */
export const lastCatch = (it: Fields): Fields =>
  fieldsIn(it, 'Catch', Array.isArray(it['Catch']) ? it['Catch'].length - 1 : 0);
