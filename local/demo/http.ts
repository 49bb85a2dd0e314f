/** An answer that is no success, with what the API said. */
export class Refused extends Error {
  readonly status: number;
  constructor(method: string, path: string, status: number, said: string) {
    super(`${method} ${path} was answered ${status}: ${said}`);
    this.name = 'Refused';
    this.status = status;
  }
}

interface Sent {
  readonly body?: unknown;
  readonly token?: string;
  readonly apiKey?: string;
}

/** One JSON call to the site. What comes back is read by whoever asked. */
export async function call<Answer>(
  siteUrl: string,
  method: string,
  path: string,
  { body, token, apiKey }: Sent = {},
): Promise<Answer> {
  const answer = await fetch(`${siteUrl}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(apiKey !== undefined && { 'x-api-key': apiKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Refused(method, path, answer.status, said);
  return JSON.parse(said) as Answer;
}
