import { beforeEach, expect, test } from 'vitest';
import type { RoleModel } from '../../../local/assembly/model.ts';
import { Dispatcher } from '../../../local/endpoint/dispatcher.ts';
import { Iam } from '../../../local/endpoint/iam.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../../../local/service.ts';

const roleArn = 'arn:aws:iam::123456789012:role/some';
const role: RoleModel = { logicalId: 'Some', name: 'some', arn: roleArn, trust: {}, policies: [] };
let reports: string[];

const service = (signingName: string): AwsService => ({
  signingName,
  permissions: () => [{ action: 'ses:SendEmail', resource: 'arn:aws:ses:us-east-1:123456789012:identity/a' }],
  handle: async ({ caller }: AwsRequest): Promise<AwsResponse> => ({
    status: 200,
    body: `${signingName} for ${caller.name}`,
  }),
});

async function call(accessKey: string | undefined, signingName: string): Promise<AwsResponse> {
  const credential = `AWS4-HMAC-SHA256 Credential=${accessKey}/20260302/us-east-1/${signingName}/aws4_request, SignedHeaders=host, Signature=x`;
  const dispatcher = new Dispatcher({
    iam: new Iam({ roles: [role], resourcePolicies: () => undefined, now: () => 0, report: () => undefined }),
    services: ['ses', 's3', 'dynamodb'].map(service),
    callerOf: (key) =>
      ({ FUNCTION: { name: 'function', roleArn }, local: { name: 'local', roleArn: undefined } })[key],
    report: (line) => void reports.push(line),
  });
  const headers = accessKey === undefined ? {} : { authorization: credential };
  return dispatcher.answer({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers,
    body: Buffer.alloc(0),
  });
}

beforeEach(() => {
  reports = [];
});

test('a call goes to the service it is signed for, in the name of its signer', async () => {
  expect((await call('local', 'ses')).body).toBe('ses for local');
});

test.each([
  ['ses', 403, 'x-amzn-errortype', 'AccessDeniedException'],
  ['dynamodb', 400, 'x-amzn-errortype', 'AccessDeniedException'],
  ['s3', 403, 'content-type', 'application/xml'],
])('a refusal by %s comes as its SDK expects it', async (signingName, status, header, value) => {
  const reply = await call('FUNCTION', signingName);
  expect([reply.status, reply.headers?.[header]]).toEqual([status, value]);
  expect(String(reply.body)).toContain('is not authorized to perform: ses:SendEmail');
});

test('an access key nobody was given is refused', async () => {
  expect(await call('STRANGER', 'ses')).toMatchObject({
    status: 403,
    headers: { 'x-amzn-errortype': 'UnrecognizedClientException' },
  });
});

test.each(['sqs', 'constructor'])(
  'the service %s, which the laptop lacks, is refused by name, and people are told',
  async (name) => {
    expect(await call('FUNCTION', name)).toMatchObject({ status: 501 });
    expect(reports).toEqual([expect.stringContaining(`no service "${name}" (function: POST /)`)]);
  },
);

test('a browser without signature is left to S3, which verifies its form or URL', async () => {
  expect((await call(undefined, '')).body).toBe('s3 for anonymous');
});
