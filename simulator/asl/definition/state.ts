import { integrationOf, unknownResource } from '../integrations/resource.ts';
import { isExpression } from '../template.ts';
import { parseTimestamp } from '../timestamp.ts';
import { readBlock } from './block.ts';
import { COMMON_FIELDS, PATH_FIELDS, STATE_FIELDS, UNSUPPORTED_FIELDS } from './fields.ts';
import { readCatchers, readRetriers } from './guards.ts';
import { onward, required, shaped, withDefined } from './parts.ts';
import type { Reader } from './reader.ts';
import type {
  Choice,
  FailState,
  MapState,
  ParallelState,
  State,
  StateType,
  TaskState,
  WaitState,
} from './types.ts';

const MAX_SECONDS = 99_999_999;

function isStateType(text: string): text is StateType {
  return Object.hasOwn(STATE_FIELDS, text);
}

/** Reads one state; undefined, and noted, when it cannot run here. */
export function readState(reader: Reader, name: string, machineLanguage: string): State | undefined {
  const type = reader.text('Type');
  if (type === undefined) {
    if (reader.fields['Type'] === undefined) reader.fail('These fields are required: [Type]');
    return undefined;
  }
  if (!isStateType(type)) {
    reader.fail(`Value is not one of [${Object.keys(STATE_FIELDS).join(', ')}]`, 'Type');
    return undefined;
  }
  checkLanguage(reader, name, machineLanguage);
  checkFields(reader, name, type);
  return READERS[type](reader, name, machineLanguage);
}

function checkLanguage(reader: Reader, name: string, machineLanguage: string): void {
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
    if (instead !== undefined) {
      reader.fail(
        `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage. In state '${name}' ${instead}`,
      );
    } else if (unsupported !== undefined) {
      reader.fail(`Field '${field}' of state '${name}' is not supported by this engine: ${unsupported}`);
    } else reader.fail(`Field '${field}' is not supported`);
  }
}

const READERS: Readonly<
  Record<StateType, (reader: Reader, name: string, language: string) => State | undefined>
> = {
  Pass: (reader, name) => ({ type: 'Pass', name, ...onward(reader), ...shaped(reader) }),
  Succeed: (reader, name) => ({ type: 'Succeed', name, ...withDefined('output', reader.template('Output')) }),
  Fail: readFail,
  Wait: readWait,
  Choice: readChoice,
  Task: readTask,
  Parallel: readParallel,
  Map: readMap,
};

function readFail(reader: Reader, name: string): FailState {
  return {
    type: 'Fail',
    name,
    ...withDefined('error', reader.template('Error')),
    ...withDefined('cause', reader.template('Cause')),
  };
}

function readWait(reader: Reader, name: string): WaitState {
  const given = ['Seconds', 'Timestamp'].filter((field) => reader.fields[field] !== undefined);
  if (given.length !== 1) reader.fail("A Wait state must have exactly one of 'Seconds' and 'Timestamp'");
  const timestamp = reader.text('Timestamp');
  if (timestamp !== undefined && !isExpression(timestamp) && parseTimestamp(timestamp) === undefined) {
    reader.fail('The Timestamp field must be an ISO-8601 extended offset date-time', 'Timestamp');
  }
  return {
    type: 'Wait',
    name,
    ...onward(reader),
    ...shaped(reader),
    ...withDefined('seconds', reader.numeric('Seconds', 0, MAX_SECONDS)),
    ...withDefined('timestamp', reader.template('Timestamp')),
  };
}

function readChoice(reader: Reader, name: string): State {
  required(reader, ['Choices']);
  const defaultTo = reader.text('Default');
  const rules = reader.objects('Choices');
  if (reader.fields['Choices'] !== undefined && rules.length === 0)
    reader.fail('Minimum number of items is 1', 'Choices');
  return {
    type: 'Choice',
    name,
    choices: rules.flatMap((rule, index) => readRule(rule, name, index)),
    ...withDefined('default', defaultTo),
    ...shaped(reader),
  };
}

function readRule(rule: Reader, name: string, index: number): Choice[] {
  const at = `Choices[${index}]`;
  for (const field of Object.keys(rule.fields)) {
    if (['Condition', 'Next', 'Assign', 'Output', 'Comment'].includes(field)) continue;
    const language = PATH_FIELDS[field] ?? 'use Condition with an expression';
    rule.fail(
      `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage. In state '${name}' ${language}`,
    );
  }
  required(rule, ['Condition', 'Next']);
  const condition = rule.template('Condition', `${at}/Condition`);
  const next = rule.text('Next');
  if (condition === undefined || next === undefined) return [];
  if (condition.kind === 'literal' && typeof condition.value !== 'boolean') {
    rule.fail('Value is not a boolean or an expression in {% … %}', 'Condition');
  }
  return [{ condition, conditionField: `${at}/Condition`, next, ...shaped(rule, at) }];
}

function readTask(reader: Reader, name: string): TaskState | undefined {
  required(reader, ['Resource']);
  const resource = reader.text('Resource');
  const guards = { retry: readRetriers(reader), catch: readCatchers(reader) };
  const timeoutSeconds = reader.numeric('TimeoutSeconds', 1, MAX_SECONDS);
  const heartbeatSeconds = reader.numeric('HeartbeatSeconds', 1, MAX_SECONDS);
  checkHeartbeat(reader);
  const rest = {
    ...onward(reader),
    ...shaped(reader),
    ...guards,
    ...withDefined('arguments', reader.template('Arguments')),
    ...withDefined('timeoutSeconds', timeoutSeconds),
    ...withDefined('heartbeatSeconds', heartbeatSeconds),
  };
  if (resource === undefined) return undefined;
  const integration = integrationOf(resource);
  if (!integration) {
    reader.fail(unknownResource(resource), 'Resource');
    return undefined;
  }
  return { type: 'Task', name, resource, integration, ...rest };
}

function checkHeartbeat(reader: Reader): void {
  const timeout = reader.fields['TimeoutSeconds'];
  const heartbeat = reader.fields['HeartbeatSeconds'];
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    reader.fail("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
  }
}

function readParallel(reader: Reader, name: string, language: string): ParallelState {
  required(reader, ['Branches']);
  return {
    type: 'Parallel',
    name,
    ...onward(reader),
    ...shaped(reader),
    ...withDefined('arguments', reader.template('Arguments')),
    branches: reader.objects('Branches').flatMap((branch) => {
      refuse(branch, ['Comment', 'StartAt', 'States']);
      return readBlock(branch, language) ?? [];
    }),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
  };
}

function readMap(reader: Reader, name: string, language: string): MapState | undefined {
  const field =
    reader.fields['ItemProcessor'] === undefined && reader.fields['Iterator'] !== undefined
      ? 'Iterator'
      : 'ItemProcessor';
  required(reader, [field]);
  const inner = reader.object(field);
  if (inner) refuse(inner, ['Comment', 'StartAt', 'States', 'ProcessorConfig']);
  const mode = inner?.object('ProcessorConfig')?.text('Mode');
  if (mode !== undefined && mode !== 'INLINE') {
    inner?.fail(
      `Mode '${mode}' of state '${name}' is not supported by this engine: use INLINE`,
      'ProcessorConfig/Mode',
    );
  }
  const processor = inner ? readBlock(inner, language) : undefined;
  const state = {
    ...onward(reader),
    ...shaped(reader),
    retry: readRetriers(reader),
    catch: readCatchers(reader),
    ...withDefined('items', reader.template('Items')),
    ...withDefined('itemSelector', reader.template('ItemSelector')),
    ...withDefined('maxConcurrency', reader.numeric('MaxConcurrency', 0, MAX_SECONDS)),
    ...withDefined('toleratedFailurePercentage', reader.numeric('ToleratedFailurePercentage', 0, 100)),
    ...withDefined('toleratedFailureCount', reader.numeric('ToleratedFailureCount', 0, MAX_SECONDS)),
  };
  return processor ? { type: 'Map', name, ...state, processor } : undefined;
}

function refuse(reader: Reader, known: readonly string[]): void {
  for (const field of Object.keys(reader.fields)) {
    if (!known.includes(field)) reader.fail(`Field '${field}' is not supported`);
  }
}
