/** An error of the Amazon States Language: what Retry and Catch match, and what ends an execution. */
export class StatesError extends Error {
  override readonly name = 'StatesError';
  /** The error name, e.g. `States.Timeout`; absent for a Fail state that names none. */
  readonly error: string | undefined;
  readonly detail: string | undefined;
  readonly kind: ErrorKind;
  /** For failed evaluations: the field, a path with slashes. */
  readonly location: string | undefined;

  constructor(
    error: string | undefined,
    detail: string | undefined,
    options: { kind?: ErrorKind; location?: string } = {},
  ) {
    const { stackTraceLimit } = Error;
    // Nobody reads where in this engine a machine failed, and to find out takes longer than a step.
    Error.stackTraceLimit = 0;
    super(`${error ?? 'no error name'}: ${detail ?? ''}`);
    Error.stackTraceLimit = stackTraceLimit;
    this.error = error;
    this.detail = detail;
    this.kind = options.kind ?? 'state';
    this.location = options.location;
  }
}

/**
 * `task`: an error of the called service, which `States.TaskFailed` matches; `timeout` and `heartbeat`: both are
 * `States.Timeout`; `evaluation`: an expression failed; `terminal`: neither retried nor caught by `States.ALL`.
 */
export type ErrorKind = 'task' | 'timeout' | 'heartbeat' | 'evaluation' | 'terminal' | 'state';

export const QUERY_EVALUATION_ERROR = 'States.QueryEvaluationError';

/** An error of the interpreter itself: nothing takes it, and nothing around the state says that it failed. */
export const isFatal = ({ error, kind }: StatesError): boolean =>
  error === 'States.Runtime' && kind === 'terminal';

/** What an evaluation says went wrong, before the state and its event are known. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly location: string;

  constructor(message: string, location: string) {
    super(message);
    this.location = location;
  }
}

/** `An error occurred while executing the state …`, the service's opening of a cause. */
export function inState(state: string, enteredId: number, message: string): string {
  return `An error occurred while executing the state '${state}' (entered at the event id #${enteredId}). ${message}`;
}

/** The result of a state or task is over the limit for payloads. `source`: what the service names in the cause. */
export function dataLimitExceeded(source: string, kind: ErrorKind): StatesError {
  return new StatesError(
    'States.DataLimitExceeded',
    `The state/task '${source}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    { kind },
  );
}
