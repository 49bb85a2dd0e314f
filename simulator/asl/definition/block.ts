import { isJsonObject, isObject } from '../json.ts';
import { Reader } from './reader.ts';
import { readState } from './state.ts';
import type { Block, State } from './types.ts';

/** Longest name of a state. */
const MAX_NAME = 80;

/** Reads `StartAt` and `States`. `language` is what the whole machine says: branches inherit it, not the state's. */
export function readBlock(reader: Reader, language: string): Block | undefined {
  const missing = ['StartAt', 'States'].filter((field) => reader.fields[field] === undefined);
  if (missing.length > 0) reader.fail(`These fields are required: [${missing.join(', ')}]`);
  const startAt = reader.text('StartAt');
  const inner = reader.object('States');
  if (!inner) return undefined;
  const states = new Map<string, State>();
  for (const [name, fields] of Object.entries(inner.fields)) {
    if (name.length > MAX_NAME) inner.fail(`State name is longer than ${MAX_NAME} characters`, name);
    if (!isJsonObject(fields)) {
      inner.fail('Value is not an object', name);
      continue;
    }
    const state = readState(new Reader(fields, inner.path(name), reader.findings), name, language);
    if (state) states.set(name, state);
  }
  checkTargets(reader, inner.fields, startAt);
  return startAt === undefined ? undefined : { startAt, states };
}

function checkTargets(
  reader: Reader,
  states: Readonly<Record<string, unknown>>,
  startAt: string | undefined,
): void {
  const names = Object.keys(states);
  if (names.length === 0) reader.fail('Minimum number of properties is 1', 'States');
  if (startAt !== undefined && !Object.hasOwn(states, startAt)) missingTarget(reader, startAt, 'StartAt');
  for (const [name, state] of Object.entries(states)) {
    if (!isObject(state)) continue;
    for (const [target, where] of targets(state)) {
      if (!Object.hasOwn(states, target)) missingTarget(reader, target, `States/${name}/${where}`);
    }
  }
}

function missingTarget(reader: Reader, target: string, field: string): void {
  reader.findings.push({
    severity: 'ERROR',
    code: 'MISSING_TRANSITION_TARGET',
    message: `Missing '${lastPart(field)}' target: ${target}`,
    location: reader.path(field),
  });
}

function lastPart(field: string): string {
  return field.split('/').at(-1) ?? field;
}

function* targets(state: Readonly<Record<string, unknown>>): Iterable<[string, string]> {
  for (const field of ['Next', 'Default']) {
    const target = state[field];
    if (typeof target === 'string') yield [target, field];
  }
  for (const list of ['Choices', 'Catch']) {
    const rules = state[list];
    if (!Array.isArray(rules)) continue;
    for (const [index, rule] of rules.entries()) {
      if (isObject(rule) && typeof rule['Next'] === 'string') yield [rule['Next'], `${list}[${index}]/Next`];
    }
  }
}
