import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import { problem } from '../../../domain/api/problem.ts';
import type { Problem } from '../../../domain/api/problem.ts';
import { Unfit, UsageError } from '../subcommand.ts';
import { tokenFor } from './sign-in.ts';

type AdminApi = typeof adminApi;
type Operation = keyof AdminApi;
type Answer<Name extends Operation> = z.output<AdminApi[Name]['reply']['body']>;

/** What a call sends; values of the path by name. */
interface Sent {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/** The API said no, with everything it said about why. */
class RefusedByApi extends Unfit {
  constructor({ title, detail, errors = [], changes = [] }: Problem) {
    super(
      [
        detail ?? title,
        ...errors.map(({ field, message }) => `  ${field}: ${message}`),
        ...changes.map(
          ({ what, author, at = '', note, difference }) =>
            `  ${at.slice(0, 16).replace('T', ' ')} ${author} published ${what}: ${note} (${difference})`,
        ),
      ].join('\n'),
    );
  }
}

/** The admin API of a deployment, for whoever is signed in. */
export class Api {
  readonly #site: string;
  readonly #token: string;

  private constructor(site: string, token: string) {
    this.#site = site;
    this.#token = token;
  }

  /**
   * Signs in.
   * @throws UsageError for an address that is none, and when nobody is named, Hindered when nobody can be signed in
   */
  static async open({ site, as }: { site: string; as: string | undefined }): Promise<Api> {
    const address = URL.parse(site);
    if (!address)
      throw new UsageError(`--site takes an address such as https://jobs.example.com, not ${site}.`);
    const { origin } = address;
    return new Api(origin, await tokenFor(origin, as));
  }

  /** @throws Unfit with what the API says when it refuses */
  async ask<Name extends Operation>(name: Name, sent: Sent = {}): Promise<Answer<Name>> {
    const { method, path, reply } = adminApi[name];
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
      encodeURIComponent(String(sent.params?.[part] ?? '')),
    );
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(sent.query ?? {})) query.set(key, String(value));
    const answer = await fetch(`${this.#site}${filled}${query.size > 0 ? `?${query.toString()}` : ''}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...(sent.ifMatch !== undefined && { 'if-match': `"${sent.ifMatch}"` }),
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    });
    const said: unknown = await answer.json();
    if (answer.ok) return reply.body.parse(said) as Answer<Name>;
    const told = problem.safeParse(said);
    if (told.success) throw new RefusedByApi(told.data);
    throw new Error(`${method} ${filled} was answered ${answer.status}`);
  }
}
