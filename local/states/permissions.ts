import type { JsonObject } from '../../simulator/asl/json.ts';
import { readToken } from '../../simulator/asl/token.ts';
import type { Permission } from '../service.ts';
import { type Place, machineArn, unqualified } from './arns.ts';

/**
 * What IAM is asked for an operation: the resource is the one the request names; for an answer to a task it is the
 * state machine the task belongs to.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function permissionsOf(
  operation: string,
  input: JsonObject,
  place: Place,
  machineOf: (executionArn: string) => string | undefined,
): readonly Permission[] {
  return [{ action: `states:${operation}`, resource: resourceOf(operation, input, place, machineOf) }];
}

const RESOURCE_FIELDS = [
  'executionArn',
  'stateMachineVersionArn',
  'stateMachineAliasArn',
  'stateMachineArn',
  'resourceArn',
];

function resourceOf(
  operation: string,
  input: JsonObject,
  place: Place,
  machineOf: (executionArn: string) => string | undefined,
): string {
  for (const field of RESOURCE_FIELDS) {
    const arn = input[field];
    // A version or alias is authorized by the ARN of its machine:
    // https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
    if (typeof arn === 'string') return unqualified(arn);
  }
  const token = typeof input['taskToken'] === 'string' ? readToken(input['taskToken']) : undefined;
  const ofTask = token && machineOf(token.executionArn);
  if (ofTask !== undefined) return ofTask;
  const name = input['name'];
  return operation === 'CreateStateMachine' && typeof name === 'string' ? machineArn(place, name) : '*';
}
