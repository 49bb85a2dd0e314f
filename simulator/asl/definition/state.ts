import { COMMON_FIELDS, PATH_FIELDS, STATE_FIELDS, UNSUPPORTED_FIELDS, pathField } from './fields.ts';
import type { Reader } from './reader.ts';
import type { ReadState, Reading } from './reading.ts';
import { readChoice } from './states/choice.ts';
import { readMap } from './states/map.ts';
import { readParallel } from './states/parallel.ts';
import { readFail, readPass, readSucceed } from './states/simple.ts';
import { readTask } from './states/task.ts';
import { readWait } from './states/wait.ts';
import type { State, StateType } from './types.ts';

const READERS: Readonly<Record<StateType, ReadState>> = {
  Pass: readPass,
  Succeed: readSucceed,
  Fail: readFail,
  Wait: readWait,
  Choice: readChoice,
  Task: readTask,
  Parallel: readParallel,
  Map: readMap,
};

/** Reads one state; undefined, with a finding, when it cannot run here. */
export function readState(reader: Reader, reading: Reading): State | undefined {
  const type = reader.text('Type');
  if (type === undefined) {
    if (reader.fields['Type'] === undefined) reader.fail('These fields are required: [Type]');
    return undefined;
  }
  if (!isStateType(type)) {
    reader.notOneOf('Type', Object.keys(READERS));
    return undefined;
  }
  reader.text('Comment');
  checkLanguage(reader, reading);
  checkFields(reader, reading.name, type);
  return READERS[type](reader, reading);
}

function isStateType(text: string): text is StateType {
  return Object.hasOwn(READERS, text);
}

function checkLanguage(reader: Reader, { name, machineLanguage }: Reading): void {
  const own = reader.text('QueryLanguage');
  if (own === 'JSONPath' && machineLanguage === 'JSONata') {
    reader.fail("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
  } else if ((own ?? machineLanguage) !== 'JSONata') {
    reader.fail(
      `State '${name}' is in JSONPath, which is not supported here. Write "QueryLanguage": "JSONata" at the top of the definition and expressions in {% … %}`,
    );
  }
}

function checkFields(reader: Reader, name: string, type: StateType): void {
  for (const field of Object.keys(reader.fields)) {
    if (STATE_FIELDS[type].includes(field) || COMMON_FIELDS.includes(field)) continue;
    const instead = PATH_FIELDS[field];
    const unsupported = UNSUPPORTED_FIELDS[field];
    if (instead !== undefined) reader.fail(pathField(field, name, instead));
    else if (unsupported !== undefined) {
      reader.fail(`Field '${field}' of state '${name}' is not supported by this engine: ${unsupported}`);
    } else reader.fail(`Field '${field}' is not supported`);
  }
}
