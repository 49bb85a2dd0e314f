import type { adminApi } from '../../domain/api/admin.ts';
import type { Problem } from '../../domain/api/problem.ts';
import type * as z from 'zod';
import { arn } from '../../local/assembly/identity.ts';

type Api = typeof adminApi;
export type Answer<Name extends keyof Api> = z.output<Api[Name]['reply']['body']>;

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/** What an admin does with the API of a running cloud. */
export class Admin {
  readonly #siteUrl: string;
  readonly #token: string;

  constructor(siteUrl: string, token: string) {
    this.#siteUrl = siteUrl;
    this.#token = token;
  }

  async #send(path: string, { method, body, ifMatch }: Sent): Promise<{ status: number; said: unknown }> {
    const answer = await fetch(`${this.#siteUrl}/api/admin/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, said: await answer.json() };
  }

  /** The answer of an operation; the caller names which. */
  async ask<Name extends keyof Api>(_: Name, path: string, sent: Sent = {}): Promise<Answer<Name>> {
    const { status, said } = await this.#send(path, sent);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(said).slice(0, 2000)}`);
    return said as Answer<Name>;
  }

  /** The problem that an operation answers with. */
  async refused(path: string, sent: Sent = {}): Promise<Problem> {
    const { status, said } = await this.#send(path, sent);
    if (status < 400) throw new Error(`${path}: was taken`);
    return said as Problem;
  }

  live(): Promise<Answer<'listReleases'>> {
    return this.ask('listReleases', 'releases');
  }

  async definition(workflow: string): Promise<string> {
    return (await this.ask('readWorkflowRevision', `workflows/${workflow}/revisions/live`)).definition;
  }

  /** Asks for a proof and waits until it is there. */
  async proved(edit: unknown): Promise<Answer<'readProof'>> {
    let view = await this.ask('requestProof', 'proofs', { body: edit });
    while (view.status === 'requested' || view.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      view = await this.ask('readProof', `proofs/${view.proof}`);
    }
    return view;
  }
}

/** The definition with a state before its first that does nothing: it can be seen in a history. */
export function withFirstState(definition: string, name: string): string {
  const machine: { StartAt: string; States: Record<string, unknown> } = JSON.parse(definition);
  const { StartAt, States } = machine;
  const first = { Type: 'Pass', Next: StartAt };
  return JSON.stringify({ ...machine, StartAt: name, States: { [name]: first, ...States } }, undefined, 2);
}

/** What EventBridge hears of an alarm, sent as CloudWatch would. */
export async function alarmChanges(awsUrl: string, alarm: string, value: 'ALARM' | 'OK'): Promise<void> {
  const credential = 'local/20260101/us-east-1/events/aws4_request';
  const answer = await fetch(awsUrl, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
      'x-amz-target': 'AWSEvents.PutEvents',
      'content-type': 'application/x-amz-json-1.1',
    },
    body: JSON.stringify({
      Entries: [
        {
          Source: 'aws.cloudwatch',
          DetailType: 'CloudWatch Alarm State Change',
          Resources: [arn('cloudwatch', `alarm:${alarm}`)],
          Detail: JSON.stringify({ alarmName: alarm, state: { value } }),
        },
      ],
    }),
  });
  const said = await answer.text();
  if (!answer.ok || !said.includes('"FailedEntryCount":0')) throw new Error(`not put: ${said}`);
}
