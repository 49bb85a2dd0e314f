import { type JsonObject, isJsonObject } from '../json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Transition, checkGraph } from './graph.ts';
import { required } from './parts.ts';
import { Reader } from './reader.ts';
import { readState } from './state.ts';
import type { Block, State } from './types.ts';

/** Longest name of a state. */
const MAX_NAME = 80;

/**
 * Reads `StartAt` and `States`. `language` is what the whole machine says: branches inherit it, not the state's.
 * `taken`: the names of states read before, as no two in the whole machine may have the same; none at its top.
 */
export function readBlock(reader: Reader, language: string, taken: Set<string>): Block | undefined {
  const atTop = taken.size === 0;
  required(reader, ['StartAt', 'States']);
  const startAt = reader.text('StartAt');
  const inner = reader.object('States');
  if (!inner) return undefined;
  const states = new Map<string, State>();
  for (const [name, fields] of Object.entries(inner.fields)) {
    if (name.length > MAX_NAME) inner.fail(`State name is longer than ${MAX_NAME} characters`, name);
    if (!isJsonObject(fields)) {
      inner.fail('Expected value of type [OBJECT]', name);
      continue;
    }
    if (taken.has(name)) inner.findings.push(duplicate(name, inner.path(name)));
    taken.add(name);
    const state = readState(new Reader(fields, inner.path(name), reader.findings), {
      name,
      machineLanguage: language,
      readBlock: (branch) => readBlock(branch, language, taken),
    });
    if (state) states.set(name, state);
  }
  checkTransitions(reader, inner, startAt, atTop);
  return startAt === undefined ? undefined : { startAt, states };
}

const duplicate = (name: string, location: string): Diagnostic => ({
  severity: 'ERROR',
  code: 'DUPLICATE_STATE_NAME',
  message: `Duplicate State name: ${name}`,
  location,
});

/** The graph is looked at when the fields are in order. */
function checkTransitions(
  reader: Reader,
  inner: Reader,
  startAt: string | undefined,
  mustEnd: boolean,
): void {
  if (reader.findings.some(({ code }) => code === 'SCHEMA_VALIDATION_FAILED')) return;
  const states = Object.entries(inner.fields).flatMap(([name, state]) =>
    isJsonObject(state) ? [[name, state] as const] : [],
  );
  if (states.length === 0) {
    inner.fail('Minimum number of properties is 1');
    return;
  }
  reader.findings.push(
    ...checkGraph({
      startAt: startAt === undefined ? undefined : { to: startAt, location: reader.path('StartAt') },
      transitions: new Map(states.map(([name, state]) => [name, transitionsOf(state, inner.path(name))])),
      ends: states.some(
        ([, state]) => state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail',
      ),
      mustEnd,
      location: inner.location,
    }),
  );
}

function transitionsOf(state: JsonObject, location: string): Transition[] {
  const transitions: Transition[] = [];
  const add = (to: unknown, at: string): void => {
    if (typeof to === 'string') transitions.push({ to, location: `${location}/${at}` });
  };
  add(state['Next'], 'Next');
  for (const list of ['Choices', 'Catch']) {
    const rules = state[list];
    if (!Array.isArray(rules)) continue;
    rules.forEach((rule, index) =>
      add(isJsonObject(rule) ? rule['Next'] : undefined, `${list}[${index}]/Next`),
    );
  }
  add(state['Default'], 'Default');
  return transitions;
}
