import type { Json } from '../json.ts';
import type { StatesError } from '../errors.ts';
import type { Call, CallReply } from './call.ts';

/** `sync`: text as JSON text; `sync2`: as JSON. `token`: the work ends with an answer to the task token. */
export type Pattern = 'request' | 'sync' | 'sync2' | 'token';

/** One kind of work a Task can do. */
export interface Integration {
  /** `lambda` for a function's ARN, whose events are named `LambdaFunction…`; `service` for `arn:aws:states:::…`. */
  readonly form: 'lambda' | 'service';
  /** `lambda`, `states`, …: `resourceType` of the events. */
  readonly service: string;
  /** `invoke`, `startExecution.sync:2`, …: `resource` of the events. */
  readonly action: string;
  readonly pattern: Pattern;
  /** Fields the parameters must have, and all they may have where those are known. */
  readonly fields?: { readonly required: readonly string[]; readonly known?: readonly string[] };
  /** What a payload that is too large is blamed on; */
  readonly blame: string;
  /**
   * Makes the call from the parameters; throws StatesError for parameters the service refuses. `unique` is a UUID
   * of this attempt: it names an execution where no name is given, so that a repeated call starts no second one.
   */
  readonly call: (parameters: Json, unique: string) => Call;
  /** Makes the task's result, or its failure, from the reply. */
  readonly reply: (reply: CallReply) => Json | StatesError;
}
