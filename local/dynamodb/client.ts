import * as z from 'zod';
import { parseJson, type Json } from '../assembly/json.ts';

/** Both programs want a signature to be there and check none. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local';

/** An error of DynamoDB under its own name. */
export class DynamoDbError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

const errorBody = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** A reply as it came. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Speaks the JSON protocol with the local DynamoDB. */
export class DynamoDbClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Passes a request on as it is. `target` is e.g. `DynamoDB_20120810.PutItem`. */
  async forward(target: string, body: Buffer | string): Promise<RawReply> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization: AUTHORIZATION,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** Makes a call. Throws DynamoDbError for an error of the service. */
  async call(target: string, input: Json): Promise<Json> {
    const { status, body } = await this.forward(target, JSON.stringify(input));
    const output = parseJson(body.toString('utf8'));
    if (status === 200) return output;
    const error = errorBody.parse(output);
    throw new DynamoDbError(error.__type.replace(/^.*#/, ''), status, error.message ?? error.Message ?? '');
  }
}
