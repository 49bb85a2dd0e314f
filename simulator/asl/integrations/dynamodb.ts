import type { Call, DynamoOperation } from './call.ts';
import { refused } from './failure.ts';
import type { Integration } from './integration.ts';
import { parametersOf } from './parameters.ts';

/** `arn:aws:states:::dynamodb:getItem` and its siblings; arguments and result are those of the API. */
export function dynamodb(action: string, operation: DynamoOperation): Integration {
  return {
    form: 'service',
    service: 'dynamodb',
    action,
    pattern: 'request',
    fields: { required: ['TableName', operation === 'PutItem' ? 'Item' : 'Key'] },
    blame: 'dynamodb',
    call: (parameters): Call => ({ kind: 'dynamodb', operation, arguments: parametersOf(parameters) }),
    reply: (reply) => (reply.ok ? reply.value : refused('DynamoDB', 'AmazonDynamoDBv2', reply)),
  };
}
