import { type Json, type JsonObject, isJsonObject } from '../../simulator/asl/json.ts';
import type { Permission } from '../service.ts';
import { type Place, machineArn, unqualified } from './arns.ts';

/**
 * What IAM is asked for an operation: the resource is the one the request names. An answer to a
 * task names none: such actions have no resource type.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
 */
export function permissionsOf(operation: string, input: JsonObject, place: Place): readonly Permission[] {
  const resource = resourceOf(operation, input, place);
  const asked = [{ action: `states:${operation}`, resource }];
  // Publishing along with the change is a permission of its own:
  // https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
  return input['publish'] === true
    ? [...asked, { action: 'states:PublishStateMachineVersion', resource }]
    : asked;
}

const MACHINE_FIELDS = ['stateMachineVersionArn', 'stateMachineAliasArn', 'stateMachineArn', 'resourceArn'];

function resourceOf(operation: string, input: JsonObject, place: Place): string {
  const execution = input['executionArn'];
  if (typeof execution === 'string') return execution;
  for (const field of MACHINE_FIELDS) {
    const arn = input[field];
    // A version or alias is authorized by the ARN of its machine:
    // https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
    if (typeof arn === 'string') return unqualified(arn);
  }
  if (operation === 'CreateStateMachineAlias') return machineOfRoutes(input['routingConfiguration']);
  const name = input['name'];
  return operation === 'CreateStateMachine' && typeof name === 'string' ? machineArn(place, name) : '*';
}

/** An alias is made below the machine whose versions it routes to. */
function machineOfRoutes(routes: Json | undefined): string {
  const [first] = Array.isArray(routes) ? routes : [];
  const arn = isJsonObject(first) ? first['stateMachineVersionArn'] : undefined;
  return typeof arn === 'string' ? unqualified(arn) : '*';
}
