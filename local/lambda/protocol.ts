/** What a worker is told when it starts. */
export interface WorkerSetup {
  /** `file:` URL of the module with the handler. */
  readonly url: string;
  readonly exportName: string;
  readonly isCommonJs: boolean;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
}

/** One invocation, as it goes to the worker. */
export interface Invocation {
  readonly requestId: string;
  /** The event, as JSON text. */
  readonly payload: string;
  /** Epoch ms of the wall clock at which the invocation is cut off. */
  readonly deadline: number;
}

/** What Lambda answers when the handler throws. Source: Lambda developer guide, "Errors in Node.js functions". */
export interface ErrorPayload {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a worker answers: the result as JSON text, or the error. */
export type Outcome =
  | { readonly requestId: string; readonly payload: string }
  | { readonly requestId: string; readonly error: ErrorPayload };
