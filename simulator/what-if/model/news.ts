import type { Answer } from '../../asl/answering.ts';
import type { CallReply } from '../../asl/integrations/call.ts';
import type { JsonObject } from '../../asl/json.ts';
import type { TaskRequest } from '../../asl/run.ts';

/** A call of a machine that has not been carried out yet. */
export interface Pending {
  readonly kind: 'call';
  readonly arn: string;
  readonly request: TaskRequest;
}

/** What is on its way between machines, services and people. Plain data, so that it can be kept and compared. */
export type News =
  | Pending
  | { readonly kind: 'reply'; readonly arn: string; readonly taskId: number; readonly reply: CallReply }
  | {
      readonly kind: 'answer';
      readonly arn: string;
      readonly taskId: number;
      readonly nonce: string;
      readonly answer: Answer;
    }
  | {
      readonly kind: 'child-ended';
      readonly arn: string;
      readonly child: string;
      readonly description: JsonObject;
    }
  | { readonly kind: 'abandon'; readonly arn: string };

/** How a call goes wrong for good: it throws an error by name, or is never heard of again. */
export type Fault = { readonly throws: string } | { readonly refused: string } | 'silent';
