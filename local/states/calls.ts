import type { Call, CallReply } from '../../simulator/asl/integrations/call.ts';
import { type Json, type JsonObject, isJsonObject } from '../../simulator/asl/json.ts';
import { type Place, functionArn } from './arns.ts';
import { HostError, type StatesHost } from './host.ts';

/** Calls that go to other services; executions are started by the service itself. */
export type OutgoingCall = Exclude<Call, { kind: 'startExecution' }>;

/** Carries out the call of a task under the role of its machine, if the role's policies allow it. */
export async function carryOut(
  host: StatesHost,
  place: Place,
  roleArn: string,
  call: OutgoingCall,
): Promise<CallReply> {
  try {
    for (const [action, resource] of permissions(place, call)) {
      if (!(await host.authorize(roleArn, action, resource))) return denied(roleArn, action, resource);
    }
    return { ok: true, value: await send(host, place, roleArn, call) };
  } catch (error) {
    return refusal(error);
  }
}

async function send(host: StatesHost, place: Place, roleArn: string, call: OutgoingCall): Promise<Json> {
  switch (call.kind) {
    case 'invokeFunction': {
      const arn = functionArn(place, call.functionName);
      return { ...(await host.invokeFunction({ functionArn: arn, payload: call.payload, roleArn })) };
    }
    case 'putEvents':
      return host.putEvents({ entries: call.entries, roleArn });
    case 'dynamodb':
      return host.dynamodb({ operation: call.operation, arguments: call.arguments, roleArn });
    case 'sendMessage':
      return host.sendMessage({ arguments: call.arguments, roleArn });
  }
}

function permissions(place: Place, call: OutgoingCall): [action: string, resource: string][] {
  switch (call.kind) {
    case 'invokeFunction':
      return [['lambda:InvokeFunction', functionArn(place, call.functionName)]];
    case 'putEvents':
      return [...new Set(call.entries.map((entry) => busArn(place, entry)))].map((bus) => [
        'events:PutEvents',
        bus,
      ]);
    case 'dynamodb':
      return [[`dynamodb:${call.operation}`, tableArn(place, call.arguments)]];
    case 'sendMessage':
      return [['sqs:SendMessage', queueArn(place, call.arguments)]];
  }
}

function busArn(place: Place, entry: Json): string {
  const name = isJsonObject(entry) ? entry['EventBusName'] : undefined;
  if (typeof name === 'string' && name.startsWith('arn:')) return name;
  return `arn:aws:events:${place.region}:${place.account}:event-bus/${typeof name === 'string' ? name : 'default'}`;
}

function tableArn(place: Place, given: JsonObject): string {
  const name = typeof given['TableName'] === 'string' ? given['TableName'] : '';
  return name.startsWith('arn:') ? name : `arn:aws:dynamodb:${place.region}:${place.account}:table/${name}`;
}

function queueArn(place: Place, given: JsonObject): string {
  const url = typeof given['QueueUrl'] === 'string' ? given['QueueUrl'] : '';
  return `arn:aws:sqs:${place.region}:${place.account}:${url.split('/').at(-1)}`;
}

/** The refusal of a permission, in IAM's words. */
export function denied(roleArn: string, action: string, resource: string): CallReply {
  const session = `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/states`;
  const because = `because no identity-based policy allows the ${action} action`;
  return {
    ok: false,
    code: 'AccessDeniedException',
    message: `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
    statusCode: action.startsWith('lambda:') ? 403 : 400,
  };
}

/** The reply that says what an error says; one that is no refusal is a failure inside the service. */
export function refusal(error: unknown): CallReply {
  if (error instanceof HostError) {
    return { ok: false, code: error.code, message: error.message, statusCode: error.statusCode };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, code: 'ServiceException', message, statusCode: 500 };
}
