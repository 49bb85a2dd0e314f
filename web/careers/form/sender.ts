import type { intakeApi, Receipt } from '../../../domain/api/intake.ts';
import { call } from '../../shared/api.ts';

/** Sends an application so that it arrives once, however often it has to be sent. */
export class Sender {
  readonly #site: string;
  #sent: { readonly body: string; readonly key: string } | undefined;

  constructor(site: string) {
    this.#site = site;
  }

  /**
   * The same application goes under the same key again; one that was changed meanwhile is another request.
   * @throws Refused, Unreachable
   */
  async send(application: object): Promise<Receipt> {
    const body = JSON.stringify(application);
    if (this.#sent?.body !== body) this.#sent = { body, key: crypto.randomUUID() };
    return call<typeof intakeApi.apply>('POST', '/api/applications', {
      site: this.#site,
      body: application,
      headers: { 'idempotency-key': this.#sent.key },
    });
  }
}
