/** Who signed a request: the role whose policies decide, found by the access key the function was given. */
export interface Caller {
  /** Name shown in errors, e.g. the function's or the machine's logical id; `local` for the control plane. */
  readonly name: string;
  /** ARN of the IAM role, or undefined for the control plane, which may do everything. */
  readonly roleArn: string | undefined;
}

/** One AWS API call as it arrived at the local endpoint. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly caller: Caller;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What IAM is asked before a call runs: one entry per action and resource the real service would check. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  /** Condition keys this call sets, e.g. `s3:ExistingObjectTag/…` or `kms:ViaService`. */
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/** One emulated AWS service behind the single local endpoint. It never reads a clock or sets a timer itself. */
export interface AwsService {
  /** Signing name from the SigV4 credential scope: `states`, `ses`, `s3`, `kms`, `events`, `dynamodb`, `lambda`. */
  readonly signingName: string;
  permissions(request: AwsRequest): readonly Permission[];
  handle(request: AwsRequest): Promise<AwsResponse>;
}

/** Anything that wants to act at an instant (timers of executions, schedules). The clock asks; nobody sets timers. */
export interface DueSource {
  /** Epoch milliseconds of the earliest thing due, or undefined when nothing waits. */
  nextDue(): number | undefined;
  /** Runs everything due at or before `now` (epoch ms), to the end; gives the number of timers fired. */
  runDue(now: number): Promise<number>;
  /** Like `runDue`, without waiting for what it causes: while time passes by itself one slow timer must not hold up the rest. */
  startDue?(now: number): Promise<number>;
}

/** Work that must have ended before the cloud counts as quiet (stream records, events, running invocations). */
export interface Settles {
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** The only source of time in the cloud: epoch milliseconds. */
export interface Clock {
  now(): number;
}
