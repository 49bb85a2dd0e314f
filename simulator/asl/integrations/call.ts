import type { Json, JsonObject } from '../json.ts';

/** A call to another service that a task makes. Whoever runs the engine carries it out. */
export type Call =
  | {
      readonly kind: 'invokeFunction';
      /** Name or ARN, with a qualifier where one is given. */
      readonly functionName: string;
      /** JSON text. */
      readonly payload: string;
    }
  | {
      readonly kind: 'startExecution';
      readonly stateMachineArn: string;
      readonly name: string;
      /** JSON text. */
      readonly input: string;
      /** Whether the task waits for the end of the execution. */
      readonly wait: boolean;
    }
  | { readonly kind: 'putEvents'; readonly entries: readonly Json[] }
  | { readonly kind: 'dynamodb'; readonly operation: DynamoOperation; readonly arguments: JsonObject }
  | { readonly kind: 'sendMessage'; readonly arguments: JsonObject };

export type DynamoOperation = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/**
 * How a call came back. `value` is the service's reply as JSON; of a function it is
 * `{ payload, executedVersion, functionError? }` with the payload as text, of a started execution
 * `{ ExecutionArn, StartDate }` with the instant as ISO 8601 text.
 */
export type CallReply =
  | { readonly ok: true; readonly value: Json }
  | {
      readonly ok: false;
      /** Error code of the service, e.g. `ResourceNotFoundException`, or an error of the language. */
      readonly code: string;
      readonly message: string;
      readonly statusCode: number;
      readonly requestId?: string;
    };
