/** Who signed a request and for which service, as its SigV4 credential says. The secret is not checked. */
export interface Credential {
  readonly accessKey: string;
  readonly signingName: string;
}

const HEADER = /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/[^/,\s]+\/([^/,\s]+)\/aws4_request/;
const SCOPE = /^([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request$/;
const FORM_FIELD = /name="x-amz-credential"\r\n\r\n([^\r\n]+)/i;

function parse(match: RegExpExecArray | null): Credential | undefined {
  const [, accessKey, signingName] = match ?? [];
  return accessKey === undefined || signingName === undefined ? undefined : { accessKey, signingName };
}

/**
 * Reads the credential of a request: from the Authorization header, of a presigned URL, or of a presigned POST form.
 * Source: AWS Signature Version 4, "Authenticating requests".
 */
export function readCredential(
  headers: Readonly<Record<string, string>>,
  query: URLSearchParams,
  body: Buffer,
): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) return parse(HEADER.exec(authorization));
  const signed = query.get('X-Amz-Credential');
  if (signed !== null) return parse(SCOPE.exec(signed));
  if (headers['content-type']?.startsWith('multipart/form-data') !== true) return undefined;
  // The fields come before the file; what follows the first 64 KiB cannot be one of them.
  const field = FORM_FIELD.exec(body.subarray(0, 65_536).toString('latin1'))?.[1];
  return field === undefined ? undefined : parse(SCOPE.exec(field));
}
