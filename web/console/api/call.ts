import type * as z from 'zod';
import type { Endpoint, RequestShape } from '../../../domain/api/endpoint.ts';
import { noteServerTime } from '../time/clock.ts';
import { Outdated, Refused, Unreachable } from './problems.ts';

type Sent<Request extends RequestShape> = {
  readonly [Part in keyof Request]: Request[Part] extends z.ZodType ? z.input<Request[Part]> : never;
};

/** Calls the API as whoever is signed in. */
export type Call = <Request extends RequestShape, Answer extends z.ZodType>(
  endpoint: Endpoint<Request, Answer>,
  sent: Sent<Request>,
) => Promise<z.output<Answer>>;

/**
 * Makes the caller for a source of tokens. What it gives is parsed with the endpoint's contract.
 * Calls throw Refused, Unreachable, Outdated and whatever `token` throws.
 */
export function caller(token: () => Promise<string>): Call {
  return async (endpoint, sent) => {
    const parts: RequestParts = sent;
    const { type = 'application/json' } = endpoint.reply;
    const bearer = await token();
    const answer = await reach(urlOf(endpoint.path, parts), {
      method: endpoint.method,
      headers: {
        accept: `${type}, application/problem+json`,
        authorization: `Bearer ${bearer}`,
        ...(parts.body !== undefined && { 'content-type': 'application/json' }),
        ...Object.fromEntries(entriesOf(parts.headers)),
      },
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    });
    noteServerTime(answer.headers.get('date'));
    const isJson = !answer.ok || type === 'application/json';
    const said: unknown = await (isJson ? answer.json() : answer.text()).catch(() => undefined);
    if (!answer.ok) throw new Refused(answer.status, said);
    const parsed = endpoint.reply.body.safeParse(said);
    if (!parsed.success) throw new Outdated(parsed.error.message);
    return parsed.data;
  };
}

interface RequestParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    throw new Unreachable(String(error));
  }
}

function urlOf(path: string, { params, query }: RequestParts): string {
  const values = new Map(entriesOf(params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
  const search = new URLSearchParams(entriesOf(query));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function entriesOf(part: unknown): [string, string][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
