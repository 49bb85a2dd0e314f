import type { DynamoOperation } from '../../simulator/asl/integrations/call.ts';
import type { Json, JsonObject } from '../../simulator/asl/json.ts';

/** What a function gave back. */
export interface Invocation {
  /** JSON text. */
  readonly payload: string;
  /** `Handled` or `Unhandled` when the function threw; the payload is the error then. */
  readonly functionError?: string;
  readonly executedVersion: string;
}

/**
 * The other services, as the tasks of state machines call them, each under the role of the machine. A call that the
 * service refuses throws HostError; everything else that is thrown counts as a failure inside the service.
 */
export interface StatesHost {
  invokeFunction(call: {
    /** Whole ARN, with a qualifier where the definition has one. */
    readonly functionArn: string;
    readonly payload: string;
    readonly roleArn: string;
  }): Promise<Invocation>;
  /** Gives the reply of PutEvents: `{ Entries, FailedEntryCount }`. */
  putEvents(call: { readonly entries: readonly Json[]; readonly roleArn: string }): Promise<JsonObject>;
  dynamodb(call: {
    readonly operation: DynamoOperation;
    readonly arguments: JsonObject;
    readonly roleArn: string;
  }): Promise<JsonObject>;
  sendMessage(call: { readonly arguments: JsonObject; readonly roleArn: string }): Promise<JsonObject>;
  /** Whether the policies of the role allow the action on the resource. Asked before every call of a task. */
  authorize(roleArn: string, action: string, resource: string): boolean | Promise<boolean>;
}

/** A service refused a call. `code` is its error code, e.g. `ResourceNotFoundException`. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
  }
}
