import { type Json, type JsonObject, isJsonObject, parseJson } from '../json.ts';
import { StatesError } from '../errors.ts';
import type { Call, CallReply } from './call.ts';
import { refused } from './failure.ts';
import type { Integration, Pattern } from './integration.ts';
import { onlyKnown, parametersOf, requiredText } from './parameters.ts';

const SUFFIX: Readonly<Record<Pattern, string>> = {
  request: '',
  sync: '.sync',
  sync2: '.sync:2',
  token: '.waitForTaskToken',
};

const KNOWN = ['StateMachineArn', 'Name', 'Input', 'TraceHeader'];

/** `arn:aws:states:::states:startExecution` in its forms. */
export function startExecution(pattern: Pattern): Integration {
  const waits = pattern === 'sync' || pattern === 'sync2';
  return {
    form: 'service',
    service: 'states',
    action: `startExecution${SUFFIX[pattern]}`,
    pattern,
    fields: { required: ['StateMachineArn'], known: KNOWN },
    blame: 'states',
    call: (parameters, unique): Call => {
      const given = parametersOf(parameters);
      onlyKnown(given, KNOWN);
      const name = typeof given['Name'] === 'string' ? given['Name'] : unique;
      return {
        kind: 'startExecution',
        stateMachineArn: requiredText(given, 'StateMachineArn'),
        name,
        input: inputText(given['Input']),
        wait: waits,
      };
    },
    reply: (reply: CallReply): Json | StatesError =>
      reply.ok ? reply.value : refused('StepFunctions', 'AWSStepFunctions', reply),
  };
}

/** A string is taken as JSON text, as the API does; everything else is JSON already. */
function inputText(input: Json | undefined): string {
  if (input === undefined || input === null) return '{}';
  return typeof input === 'string' ? input : JSON.stringify(input);
}

/** The description of a finished child as `.sync` (JSON as text) or `.sync:2` (JSON) gives it. */
export function childResult(description: JsonObject, pattern: Pattern): JsonObject {
  if (pattern === 'sync') return description;
  const shown: Record<string, Json> = { ...description };
  for (const field of ['Input', 'Output']) {
    const text = shown[field];
    if (typeof text === 'string') shown[field] = parseJson(text);
  }
  return shown;
}

/** The failure of a task whose child did not succeed: the description of the child is the cause. */
export function childFailure(description: JsonObject, pattern: Pattern): StatesError {
  return new StatesError('States.TaskFailed', JSON.stringify(childResult(description, pattern)), {
    kind: 'task',
  });
}

export function succeeded(description: Json): boolean {
  return isJsonObject(description) && description['Status'] === 'SUCCEEDED';
}
