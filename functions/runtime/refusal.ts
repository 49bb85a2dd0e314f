import { problemType } from '../../domain/api/problem.ts';
import type { Change, FieldError, Problem } from '../../domain/api/problem.ts';
import { Contended, InvalidInput, NotAllowed, NotFound, Unavailable } from '../../domain/steps/errors.ts';

const titles = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  415: 'Media type not supported',
  422: 'Does not fit',
  429: 'Too many requests',
  503: 'Not available just now',
} as const;

export type RefusalStatus = keyof typeof titles;

interface Grounds {
  readonly detail?: string;
  readonly type?: string;
  readonly errors?: readonly FieldError[];
  readonly changes?: readonly Change[];
  readonly proof?: string;
}

/** A request refused on purpose: becomes the problem that the caller reads. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly grounds: Grounds;
  constructor(status: RefusalStatus, grounds: Grounds = {}) {
    super(grounds.detail ?? titles[status]);
    this.name = 'Refusal';
    this.status = status;
    this.grounds = grounds;
  }

  /** The problem details, given the id of the request. */
  problem(requestId: string): Problem {
    const { detail, type, errors, changes, proof } = this.grounds;
    return {
      type: type ?? problemType.none,
      title: titles[this.status],
      status: this.status,
      ...(detail !== undefined && { detail }),
      instance: requestId,
      ...(errors !== undefined && { errors: [...errors] }),
      ...(changes !== undefined && { changes: [...changes] }),
      ...(proof !== undefined && { proof }),
    };
  }
}

/** How the rules' own errors read over HTTP; undefined when nobody foresaw the error. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof NotFound) return new Refusal(404, { detail: error.message });
  if (error instanceof NotAllowed) return new Refusal(409, { detail: error.message });
  if (error instanceof Contended) return new Refusal(409, { detail: error.message });
  if (error instanceof InvalidInput) return new Refusal(422, { detail: error.message });
  if (error instanceof Unavailable) return new Refusal(503);
  return undefined;
}
