import type * as z from 'zod';
import type { Endpoint } from '../../domain/api/endpoint.ts';
import type { Problem } from '../../domain/api/problem.ts';
import { heard } from './clock.ts';

/** The API said no, and why. */
export class Refused extends Error {
  readonly status: number;
  /** Undefined when it was not the API that spoke, but something in front of it. */
  readonly problem: Problem | undefined;
  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `the answer was ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.problem = problem;
  }
}

/** No answer: the connection failed, or whoever answered was not able to. Worth another try. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'Unreachable';
  }
}

interface Sent {
  /** Token of the link that the page was opened with. */
  readonly bearer?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the API is, without a trailing slash; this site when left out. */
  readonly site?: string | undefined;
}

/**
 * Calls an operation: `call<typeof candidateApi.withdraw>('POST', '/api/candidate/withdrawal', { bearer })`.
 * The reply is typed by the contract that the server made it with.
 * @throws Refused, Unreachable
 */
export async function call<Operation extends Endpoint>(
  method: Operation['method'],
  path: string,
  { bearer, body, headers, site = '' }: Sent = {},
): Promise<z.output<Operation['reply']['body']>> {
  const answer = await fetch(site + path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
  }).catch((error: unknown) => {
    throw new Unreachable(error);
  });
  heard(answer);
  if (answer.ok) return (await answer.json()) as z.output<Operation['reply']['body']>;
  const refused = new Refused(answer.status, await problemOf(answer));
  throw answer.status === 429 || answer.status >= 500 ? new Unreachable(refused) : refused;
}

async function problemOf(answer: Response): Promise<Problem | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  return (await answer.json()) as Problem;
}
