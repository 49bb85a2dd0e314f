import { isObject, type Json, type JsonObject } from '../assembly/json.ts';
import type { DynamoDbService } from '../dynamodb/dynamodb-service.ts';
import type { Iam } from '../endpoint/iam.ts';
import type { DeadLetterStore } from '../events/dead-letters.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { LambdaService } from '../lambda/lambda-service.ts';
import { ThrottledError } from '../lambda/pool.ts';
import { HostError, type StatesHost } from '../states/host.ts';
import { accountId, region } from '../assembly/identity.ts';
import { controlPlane, internalCall, RefusedCall } from './internal-call.ts';

export interface StatesHostOptions {
  readonly iam: Iam;
  readonly lambda: LambdaService;
  readonly dynamodb: DynamoDbService;
  readonly events: EventBus;
  readonly deadLetters: DeadLetterStore;
}

const object = (value: Json): JsonObject => (isObject(value) ? value : {});

/** What the tasks of state machines reach; the service asks `authorize` before each of these calls. */
export function createStatesHost({
  iam,
  lambda,
  dynamodb,
  events,
  deadLetters,
}: StatesHostOptions): StatesHost {
  return {
    async invokeFunction({ functionArn, payload }) {
      if (lambda.find(functionArn) === undefined) {
        throw new HostError('ResourceNotFoundException', `Function not found: ${functionArn}`, 404);
      }
      try {
        const { payload: answer, functionError } = await lambda.invoke(functionArn, payload);
        return { payload: answer, executedVersion: '$LATEST', ...(functionError && { functionError }) };
      } catch (error) {
        if (error instanceof ThrottledError) throw new HostError(error.name, error.message, 429);
        throw error;
      }
    },
    async putEvents({ entries }) {
      return events.putEvents({ Entries: entries });
    },
    async dynamodb({ operation, arguments: input }) {
      try {
        return object(
          await internalCall(dynamodb, iam, controlPlane, `DynamoDB_20120810.${operation}`, input),
        );
      } catch (error) {
        if (error instanceof RefusedCall) throw new HostError(error.code, error.message, error.status);
        throw error;
      }
    },
    async sendMessage({ arguments: { QueueUrl, MessageBody } }) {
      const name = typeof QueueUrl === 'string' ? QueueUrl.split('/').at(-1) : undefined;
      const body = typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody);
      deadLetters.send(`arn:aws:sqs:${region}:${accountId}:${name}`, body, 'sent by a state machine');
      return {};
    },
    async authorize(roleArn, action, resource) {
      return (await iam.refuse({ name: 'states', roleArn }, [{ action, resource }])) === undefined;
    },
  };
}
