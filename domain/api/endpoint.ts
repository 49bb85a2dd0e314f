import type * as z from 'zod';

/** The parts of a request that an endpoint may declare; a part it does not declare is refused when sent. */
export type RequestShape = Readonly<Partial<Record<'params' | 'query' | 'headers' | 'body', z.ZodType>>>;

/** A body of `multipart/form-data` is given as the text it is, parts and boundaries and all. */
export type BodyType = 'application/json' | 'application/x-www-form-urlencoded' | 'multipart/form-data';
export type ReplyType = 'application/json' | 'text/html' | 'text/calendar' | 'text/csv';

/**
 * One operation of the API as both sides agree on it: handlers parse with it, pages type their calls with
 * it, the OpenAPI document is made from it. Two endpoints may share a method and a path when they consume
 * different media types.
 */
export interface Endpoint<Request extends RequestShape = RequestShape, Answer extends z.ZodType = z.ZodType> {
  /** Name of the operation, unique in the API: `applyForJob`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template as API Gateway writes it: `/api/jobs/{jobId}`. */
  readonly path: string;
  readonly summary: string;
  /** Who may call: anyone, the holder of a signed link, signed-in staff, or a shop with its key. */
  readonly access: 'public' | 'link' | 'staff' | 'shop';
  readonly request: Request;
  /** Media type of the request's body; JSON when not named. */
  readonly consumes?: BodyType;
  readonly reply: {
    readonly status: 200 | 201 | 202 | 303;
    readonly body: Answer;
    /** Media type of the reply; JSON when not named. */
    readonly type?: ReplyType;
    /** For how long anybody may keep it, in seconds; nobody may when not given. */
    readonly cacheSeconds?: number;
  };
  /** Statuses of the problems it may answer with, besides 422 (does not fit the contract), 500 and 503. */
  readonly problems?: readonly number[];
  /** Statuses that it answers with a page in place of a problem: a person sits in front of it. */
  readonly pages?: readonly number[];
}

/** Names an operation without losing the types of its parts. */
export function endpoint<const Request extends RequestShape, Answer extends z.ZodType>(
  definition: Endpoint<Request, Answer>,
): Endpoint<Request, Answer> {
  return definition;
}
