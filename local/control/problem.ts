import type { LocalReply } from '../rest/exchange.ts';

/** A control request that cannot be carried out; answered as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

const NO_STORE = { 'cache-control': 'no-store' };

export const jsonReply = (body: unknown): LocalReply => ({
  status: 200,
  headers: { ...NO_STORE, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const problemReply = ({ status, title, message }: Problem): LocalReply => ({
  status,
  headers: { ...NO_STORE, 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', title, status, detail: message }),
});
