import type { Json } from '../json.ts';
import type { Call } from './call.ts';
import { refused } from './failure.ts';
import type { Integration, Pattern } from './integration.ts';
import { parametersOf } from './parameters.ts';

/** `arn:aws:states:::sqs:sendMessage`, plain or with a task token. */
export function sendMessage(pattern: Extract<Pattern, 'request' | 'token'>): Integration {
  return {
    form: 'service',
    service: 'sqs',
    action: pattern === 'token' ? 'sendMessage.waitForTaskToken' : 'sendMessage',
    pattern,
    fields: { required: ['QueueUrl', 'MessageBody'] },
    blame: 'sqs',
    call: (parameters): Call => {
      const given = parametersOf(parameters);
      return { kind: 'sendMessage', arguments: { ...given, MessageBody: bodyText(given['MessageBody']) } };
    },
    reply: (reply) => (reply.ok ? reply.value : refused('SQS', 'AmazonSQS', reply)),
  };
}

function bodyText(body: Json | undefined): string {
  return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}
