import type { AwsResponse } from '../service.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML content. */
const xmlText = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** One element with text content. */
export const element = (name: string, content: string | number): string =>
  `<${name}>${xmlText(String(content))}</${name}>`;

/** An error of S3 by its code. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class S3Error extends Error {
  readonly code: string;
  readonly status: number;
  /** Further elements of the error document, e.g. MaxSizeAllowed. */
  readonly more: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    status: number,
    message: string,
    more: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.more = more;
  }
}

export const accessDenied = (message: string): S3Error => new S3Error('AccessDenied', 403, message);
export const notImplemented = (what: string): S3Error =>
  new S3Error('NotImplemented', 501, `S3 on this laptop does not support ${what}`);

/** A reply with an XML document. */
export function xmlReply(
  status: number,
  root: string,
  content: string,
  headers: Record<string, string> = {},
): AwsResponse {
  const namespace = root === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  return {
    status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${content}</${root}>`,
  };
}

export function errorReply(error: S3Error): AwsResponse {
  const members = { Code: error.code, Message: error.message, ...error.more };
  return xmlReply(
    error.status,
    'Error',
    Object.entries(members)
      .map(([name, value]) => element(name, value))
      .join(''),
  );
}
