import { dynamodb } from './dynamodb.ts';
import type { Integration } from './integration.ts';
import { lambdaFunction, lambdaInvoke } from './lambda.ts';
import { putEvents } from './put-events.ts';
import { sendMessage } from './send-message.ts';
import { startExecution } from './start-execution.ts';

const FUNCTION = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9-_]+(?::[A-Za-z0-9-_$]+)?$/;
const SERVICE = /^arn:aws[a-z-]*:states:[a-z0-9-]*:\d*:(.+)$/;

/** Service integrations by the end of their resource ARN. */
const SERVICES: Readonly<Record<string, () => Integration>> = {
  'lambda:invoke': () => lambdaInvoke('request'),
  'lambda:invoke.waitForTaskToken': () => lambdaInvoke('token'),
  'states:startExecution': () => startExecution('request'),
  'states:startExecution.sync': () => startExecution('sync'),
  'states:startExecution.sync:2': () => startExecution('sync2'),
  'states:startExecution.waitForTaskToken': () => startExecution('token'),
  'events:putEvents': () => putEvents('request'),
  'events:putEvents.waitForTaskToken': () => putEvents('token'),
  'dynamodb:getItem': () => dynamodb('getItem', 'GetItem'),
  'dynamodb:putItem': () => dynamodb('putItem', 'PutItem'),
  'dynamodb:updateItem': () => dynamodb('updateItem', 'UpdateItem'),
  'dynamodb:deleteItem': () => dynamodb('deleteItem', 'DeleteItem'),
  'sqs:sendMessage': () => sendMessage('request'),
  'sqs:sendMessage.waitForTaskToken': () => sendMessage('token'),
};

/** The integration a Resource names, or undefined for one this engine does not have. */
export function integrationOf(resource: string): Integration | undefined {
  if (FUNCTION.test(resource)) return lambdaFunction(resource);
  const name = SERVICE.exec(resource)?.[1];
  return name !== undefined && Object.hasOwn(SERVICES, name) ? SERVICES[name]?.() : undefined;
}

/** Services of which the engine has at least one action: an unknown action of theirs is a mistake, not a gap. */
const KNOWN_SERVICES = new Set(Object.keys(SERVICES).map((name) => name.split(':')[0]));

/** Why a Resource is refused, in the service's words; a gap of this engine says what to use instead. */
export function unknownResource(resource: string): string {
  const words = `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`;
  const service = SERVICE.exec(resource)?.[1]?.split(':')[0];
  return service === undefined || KNOWN_SERVICES.has(service)
    ? words
    : `${words} Supported are a Lambda function's ARN and ${Object.keys(SERVICES).join(', ')}: call other services from a Lambda function.`;
}
