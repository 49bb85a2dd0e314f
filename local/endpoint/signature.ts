/** Who signed a request and for which service, as its SigV4 credential says. The secret is not checked. */
export interface Credential {
  readonly accessKey: string;
  readonly signingName: string;
}

const HEADER = /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/\d{8}\/[^/,\s]+\/([^/,\s]+)\/aws4_request/;

/** Reads the credential of an Authorization header. Source: AWS Signature Version 4, "Authenticating requests". */
export function readCredential(authorization: string): Credential | undefined {
  const [, accessKey, signingName] = HEADER.exec(authorization) ?? [];
  return accessKey === undefined || signingName === undefined ? undefined : { accessKey, signingName };
}
