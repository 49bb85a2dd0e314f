import { StatesError } from '../errors.ts';
import { type Json, isJsonObject, parseJson } from '../json.ts';
import type { Call, CallReply } from './call.ts';
import { refused } from './failure.ts';
import type { Integration, Pattern } from './integration.ts';
import { onlyKnown, parametersOf, refuseUnsupported, requiredText } from './parameters.ts';

/** A Task whose Resource is a function's ARN: the arguments are the event, the result is what it returns. */
export function lambdaFunction(arn: string): Integration {
  return {
    form: 'lambda',
    service: 'lambda',
    action: arn,
    pattern: 'request',
    blame: arn,
    call: (parameters): Call => ({
      kind: 'invokeFunction',
      functionName: arn,
      payload: JSON.stringify(parameters),
    }),
    reply: (reply) => {
      const answer = read(reply);
      return answer instanceof StatesError ? answer : answer.payload;
    },
  };
}

const REQUIRED = ['FunctionName'];
const KNOWN = ['FunctionName', 'Payload', 'Qualifier', 'InvocationType', 'ClientContext', 'LogType'];

/** `arn:aws:states:::lambda:invoke`, plain or with a task token. */
export function lambdaInvoke(pattern: Extract<Pattern, 'request' | 'token'>): Integration {
  return {
    form: 'service',
    service: 'lambda',
    action: pattern === 'token' ? 'invoke.waitForTaskToken' : 'invoke',
    pattern,
    fields: { required: REQUIRED, known: KNOWN },
    blame: 'lambda',
    call: (parameters): Call => {
      const given = parametersOf(parameters);
      onlyKnown(given, KNOWN);
      refuseUnsupported(given, 'InvocationType', ['RequestResponse']);
      refuseUnsupported(given, 'ClientContext');
      refuseUnsupported(given, 'LogType', ['None']);
      const name = requiredText(given, 'FunctionName');
      const qualifier = given['Qualifier'];
      return {
        kind: 'invokeFunction',
        functionName: typeof qualifier === 'string' ? `${name}:${qualifier}` : name,
        payload: payloadText(given['Payload']),
      };
    },
    reply: (reply) => {
      const answer = read(reply);
      if (answer instanceof StatesError) return answer;
      return { ExecutedVersion: answer.version, Payload: answer.payload, StatusCode: 200 };
    },
  };
}

/** A string that is JSON goes to the function as it stands; no payload is an empty object. */
function payloadText(payload: Json | undefined): string {
  if (payload === undefined || payload === null) return '{}';
  if (typeof payload === 'string' && jsonOf(payload) !== undefined) return payload;
  return JSON.stringify(payload);
}

/** The value of a text, or undefined when it is no JSON. */
function jsonOf(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly payload: Json;
  readonly version: string;
}

/** What the function returned, or its error. */
function read(reply: CallReply): Answer | StatesError {
  if (!reply.ok) return refused('Lambda', 'AWSLambda', reply);
  const value = isJsonObject(reply.value) ? reply.value : {};
  const text = typeof value['payload'] === 'string' ? value['payload'] : 'null';
  if (value['functionError'] !== undefined) return functionError(text);
  const version = typeof value['executedVersion'] === 'string' ? value['executedVersion'] : '$LATEST';
  const payload = jsonOf(text);
  return { payload: payload === undefined ? text : payload, version };
}

/** The name is the `errorType` the function gave, the cause the whole error as text. */
function functionError(text: string): StatesError {
  const thrown = jsonOf(text) ?? text;
  const type = isJsonObject(thrown) ? thrown['errorType'] : undefined;
  if (typeof type === 'string') return new StatesError(type, text, { kind: 'task' });
  const cause = `The cause could not be determined because Lambda did not return an error type. Returned payload: ${text}`;
  return new StatesError('Lambda.Unknown', cause, { kind: 'task' });
}
