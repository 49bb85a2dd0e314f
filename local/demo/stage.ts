import { call } from './http.ts';

/** A mail as the inbox of the laptop shows it. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly fileName: string; readonly contentType: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface Entry {
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly to?: string;
  readonly message?: string;
  readonly subject?: string;
}

interface Gate {
  readonly gateId: string;
  readonly kind: string;
  readonly status: string;
  readonly version: number;
  readonly due: string;
}

export interface ApplicationView {
  readonly application: { readonly stage: string; readonly outcome?: string };
  readonly gates: readonly Gate[];
  readonly interviews: readonly {
    readonly interviewId: string;
    readonly version: number;
    readonly endsAt: string;
  }[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly subject: string;
    readonly status: string;
    readonly due: string;
    readonly tells?: readonly string[];
  }[];
  readonly messages: readonly { readonly key: string; readonly message: string }[];
  readonly timeline: readonly {
    readonly at: string;
    readonly type: string;
    readonly actor: string;
    readonly detail: Readonly<Record<string, unknown>>;
  }[];
}

/** A running cloud as a play sees it: people act over HTTP, and time moves when nobody has more to do. */
export class Stage {
  readonly siteUrl: string;
  readonly #tokens = new Map<string, string>();
  readonly #entries: Entry[] = [];

  constructor(siteUrl: string) {
    this.siteUrl = siteUrl;
  }

  call<Answer>(method: string, path: string, sent?: Parameters<typeof call>[3]): Promise<Answer> {
    return call<Answer>(this.siteUrl, method, path, sent);
  }

  /** A call as a member of staff, signed in. */
  async staff<Answer>(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
    let token = this.#tokens.get(user);
    if (token === undefined) {
      ({ token } = await this.call<{ token: string }>('GET', `/_local/token?user=${user}`));
      this.#tokens.set(user, token);
    }
    return this.call(method, path, { token, ...(body !== undefined && { body }) });
  }

  async now(): Promise<string> {
    return (await this.call<{ now: string }>('GET', '/_local/health')).now;
  }

  /** Moves the clock; gives the instant it stands at when everything due has run. */
  async advance(how: { by: string } | { to: string }): Promise<string> {
    return (await this.call<{ now: string }>('POST', '/_local/clock/advance', { body: how })).now;
  }

  /** Writes down that somebody did something. */
  async note(actor: string, event: string): Promise<void> {
    this.#entries.push({ at: await this.now(), actor, event });
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  mails(): Promise<Mail[]> {
    return this.call<Mail[]>('GET', '/_local/mail');
  }

  /** The latest mail of a template, to somebody if named. */
  async mail(message: string, to?: string): Promise<Mail> {
    const found = (await this.mails())
      .filter((mail) => mail.tags['message'] === message && (to === undefined || mail.to.includes(to)))
      .toSorted((one, other) => (one.at < other.at ? -1 : 1))
      .at(-1);
    if (!found) throw new Error(`nobody was sent ${message}${to === undefined ? '' : ` to ${to}`}`);
    return found;
  }
}
