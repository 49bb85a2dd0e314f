import { expect, it } from 'vitest';
import { presignedStringToSign, signatureOf } from '../../../local/s3/signature.ts';

it("signs AWS's own example of a presigned URL as AWS does", () => {
  // Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request',
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '86400',
    'X-Amz-SignedHeaders': 'host',
  });
  const headers = { host: 'examplebucket.s3.amazonaws.com' };
  const text = presignedStringToSign({ method: 'GET', path: '/test.txt', query, headers });
  const scope = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', date: '20130524', region: 'us-east-1' };
  expect(signatureOf('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope, text)).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});
