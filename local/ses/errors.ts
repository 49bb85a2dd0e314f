import type { AwsResponse } from '../service.ts';

/** An error of the SES API v2 by its modelled name; becomes the reply of the REST JSON protocol. */
export class SesError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export const badRequest = (message: string): SesError => new SesError('BadRequestException', 400, message);
export const notFound = (message: string): SesError => new SesError('NotFoundException', 404, message);
export const rejected = (message: string): SesError => new SesError('MessageRejected', 400, message);

/** A reply in the REST JSON protocol. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): AwsResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The reply a client SDK turns back into the error of that name. */
export function errorReply(error: SesError): AwsResponse {
  return jsonReply(error.status, { message: error.message }, { 'x-amzn-errortype': error.name });
}
