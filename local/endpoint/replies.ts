import type { AwsResponse } from '../service.ts';

type Protocol = 'json' | 'rest-json' | 'xml';

/** Wire protocol by signing name. Source: the service models of the AWS SDK. */
const protocols: ReadonlyMap<string, Protocol> = new Map([
  ['s3', 'xml'],
  ['ses', 'rest-json'],
  ['lambda', 'rest-json'],
]);

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An error in the wire protocol of the service, so that the SDK throws it under its name. */
export function errorReply(signingName: string, status: number, code: string, message: string): AwsResponse {
  switch (protocols.get(signingName) ?? 'json') {
    case 'json':
      return {
        status,
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
        body: JSON.stringify({ __type: code, message }),
      };
    case 'rest-json':
      return {
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
        body: JSON.stringify({ message }),
      };
    case 'xml':
      return {
        status,
        headers: { 'content-type': 'application/xml' },
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
      };
  }
}

/** How each service says that a caller lacks a permission. */
export function accessDenied(signingName: string, message: string): AwsResponse {
  return (protocols.get(signingName) ?? 'json') === 'xml'
    ? errorReply(signingName, 403, 'AccessDenied', message)
    : errorReply(
        signingName,
        protocols.get(signingName) === 'rest-json' ? 403 : 400,
        'AccessDeniedException',
        message,
      );
}
