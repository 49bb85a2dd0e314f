import { problem } from '../../../domain/api/problem.ts';
import type { FieldError, Problem } from '../../../domain/api/problem.ts';

/** The API said no; `fields` tells which part of what was sent, when it is about that. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, said: unknown) {
    const parsed = problem.safeParse(said).data;
    super(parsed?.detail ?? parsed?.title ?? `The service answered ${status}`);
    this.status = status;
    this.problem = parsed;
  }

  /** Message by place in the body: `reasons.0.shown`. */
  get fields(): ReadonlyMap<string, string> {
    const errors: readonly FieldError[] = this.problem?.errors ?? [];
    return new Map(errors.map(({ field, message }) => [field.replace(/^body\./, ''), message]));
  }
}

/** The request did not reach the service, or the answer did not come back. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The answer has another shape than this page knows: the service is newer than the page. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** Somebody or something else has changed it in the meantime. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 409 || error.status === 412);
