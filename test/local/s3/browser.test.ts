import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../local/bus-event.ts';
import { presignedStringToSign, signatureOf } from '../../../local/s3/signature.ts';
import { createS3, type S3 } from '../../../local/s3/s3-service.ts';
import type { Permission } from '../../../local/service.ts';
import { clientOptions, type Served, serveService } from '../serve-service.ts';

const Bucket = 'resumes';
const resources = [
  {
    logicalId: 'Resumes',
    type: 'AWS::S3::Bucket',
    physicalId: Bucket,
    properties: {
      NotificationConfiguration: { EventBridgeConfiguration: {} },
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ['POST'],
            AllowedOrigins: ['https://*.shop.example'],
            AllowedHeaders: ['content-type'],
            MaxAge: 600,
          },
        ],
      },
    },
  },
];
const upload = { Bucket, Key: 'quarantine/1', Expires: 60 };
const rules: Pick<PresignedPostOptions, 'Fields' | 'Conditions'> = {
  Fields: { 'Content-Type': 'application/pdf' },
  Conditions: [
    ['eq', '$key', 'quarantine/1'],
    ['content-length-range', 2, 5],
  ],
};

describe('the browser at S3', () => {
  const published: BusEvent[] = [];
  const asked: Permission[] = [];
  let refusal: string | undefined;
  let wallOffset = 0;
  let s3: S3;
  let served: Served;
  let client: S3Client;
  beforeAll(async () => {
    s3 = createS3({
      database: new DatabaseSync(':memory:'),
      directory: mkdtempSync(join(tmpdir(), 's3-')),
      resources,
      clock: { now: () => Date.parse('2030-01-01T00:00:00Z') },
      wall: { now: () => Date.now() + wallOffset },
      place: { account: '123456789012', region: 'us-east-1' },
      publish: (event) => void published.push(event),
      signerOf: (accessKeyId) =>
        accessKeyId === 'AKIDTEST'
          ? { caller: { name: 'intake', roleArn: 'role' }, secretAccessKey: 'secret' }
          : undefined,
      refusalOf: async (_, permissions) => {
        asked.push(...permissions);
        return refusal;
      },
      localOrigins: () => ['http://127.0.0.1:4800'],
    });
    served = await serveService(s3);
    client = new S3Client(clientOptions(served));
  });
  afterAll(() => served.close());
  beforeEach(() => {
    published.length = 0;
    asked.length = 0;
    refusal = undefined;
    wallOffset = 0;
  });

  interface Attempt {
    readonly fields?: Record<string, string>;
    readonly file?: string;
    readonly origin?: string;
    readonly sign?: Partial<PresignedPostOptions>;
  }
  /** Posts a form made by the SDK, with fields changed or added afterwards. */
  async function post({
    fields = {},
    file = '%PDF',
    origin,
    sign = {},
  }: Attempt): Promise<{ status: number; body: string; headers: Headers }> {
    const form = await createPresignedPost(client, { ...upload, ...rules, ...sign });
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, ...fields })) {
      data.append(name, value);
    }
    data.append('file', new Blob([file]), 'cv.pdf');
    const headers = origin === undefined ? {} : { origin };
    const reply = await fetch(form.url, { method: 'POST', body: data, headers, redirect: 'manual' });
    return { status: reply.status, body: await reply.text(), headers: reply.headers };
  }

  it('stores what keeps to the policy, as the signer, on the cloud clock', async () => {
    const { status } = await post({});
    expect(status).toBe(204);
    expect(s3.objects.find(Bucket, 'quarantine/1')).toMatchObject({
      contentType: 'application/pdf',
      size: 4,
      modified: Date.parse('2030-01-01T00:00:00Z'),
    });
    expect(asked[0]).toMatchObject({ action: 's3:PutObject', resource: 'arn:aws:s3:::resumes/quarantine/1' });
    expect(published[0]).toMatchObject({
      'detail-type': 'Object Created',
      detail: { reason: 'POST Object' },
    });
  });

  it.each([
    [
      'another key',
      { fields: { key: 'clean/1' } },
      403,
      'Policy Condition failed: [&quot;eq&quot;,&quot;$key&quot;',
    ],
    ['another type', { fields: { 'Content-Type': 'text/html' } }, 403, 'Policy Condition failed'],
    ['a field the policy does not name', { fields: { acl: 'public-read' } }, 403, 'Extra input fields: acl'],
    [
      'metadata the policy does not name',
      { fields: { 'x-amz-meta-a': 'b' } },
      403,
      'Extra input fields: x-amz-meta-a',
    ],
    ['too much', { file: '%PDF-1' }, 400, '<Code>EntityTooLarge</Code>'],
    ['too little', { file: '%' }, 400, '<Code>EntityTooSmall</Code>'],
    [
      'a policy that was changed',
      { fields: { Policy: Buffer.from('{}').toString('base64') } },
      403,
      '<Code>SignatureDoesNotMatch</Code>',
    ],
    [
      'another signature',
      { fields: { 'X-Amz-Signature': '0'.repeat(64) } },
      403,
      '<Code>SignatureDoesNotMatch</Code>',
    ],
    [
      'an unknown access key',
      { fields: { 'X-Amz-Credential': 'AKIDOTHER/20260302/us-east-1/s3/aws4_request' } },
      403,
      '<Code>InvalidAccessKeyId</Code>',
    ],
  ])('refuses %s and stores nothing', async (_, attempt, status, text) => {
    const before = s3.objects.find(Bucket, 'quarantine/1')?.etag;
    const reply = await post({ file: '%PDF', ...attempt });
    expect(reply).toMatchObject({ status, body: expect.stringContaining(text) });
    expect(s3.objects.find(Bucket, 'clean/1')).toBeUndefined();
    expect(s3.objects.find(Bucket, 'quarantine/1')?.etag).toBe(before);
    expect(published).toEqual([]);
  });

  it('refuses a form after its time, by the wall clock', async () => {
    wallOffset = 61_000;
    expect(await post({})).toMatchObject({ status: 403, body: expect.stringContaining('Policy expired') });
  });

  it('refuses what the signer itself may not do', async () => {
    refusal = 'intake may not s3:PutObject';
    expect(await post({})).toMatchObject({
      status: 403,
      body: expect.stringContaining('intake may not s3:PutObject'),
    });
  });

  it.each([
    ['success_action_status', '201', 201, '<PostResponse'],
    ['success_action_redirect', 'https://shop.example/thanks', 303, ''],
  ])('answers as %s asks', async (field, value, status, text) => {
    const sign = { Fields: { ...rules.Fields, [field]: value } };
    const reply = await post({ sign });
    expect(reply).toMatchObject({ status, body: expect.stringContaining(text) });
    expect(reply.headers.get('location')).toMatch(
      status === 303 ? /^https:\/\/shop\.example\/thanks\?bucket=resumes&key=quarantine%2F1/ : /resumes/,
    );
  });

  it('puts the name of the file where the key asks for it', async () => {
    const sign = {
      Key: 'quarantine/${filename}',
      Conditions: [['starts-with', '$key', 'quarantine/']] as [['starts-with', string, string]],
    };
    expect((await post({ sign })).status).toBe(204);
    expect(s3.objects.find(Bucket, 'quarantine/cv.pdf')?.size).toBe(4);
  });

  describe('from another origin', () => {
    const preflight = (origin: string, method = 'POST', headers = 'content-type') =>
      fetch(`${served.endpoint}/resumes`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': method,
          'access-control-request-headers': headers,
        },
      });

    it.each(['https://jobs.shop.example', 'http://127.0.0.1:4800'])(
      '%s may upload and read the answer',
      async (origin) => {
        const reply = await preflight(origin);
        expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
        expect(reply.headers.get('access-control-max-age')).toBe('600');
        expect(
          (await post({ origin, file: 'far too much' })).headers.get('access-control-allow-origin'),
        ).toBe(origin);
      },
    );

    it.each([
      ['https://evil.example', 'POST', 'content-type'],
      ['https://jobs.shop.example', 'DELETE', 'content-type'],
      ['https://jobs.shop.example', 'POST', 'x-secret'],
    ])('%s with %s and %s may not', async (origin, method, headers) => {
      expect((await preflight(origin, method, headers)).status).toBe(403);
    });
  });

  describe('with a presigned URL', () => {
    /** Signs by hand what the SDK's presigner would; it is no dependency here. */
    function presign(key: string, more: Record<string, string> = {}): string {
      const date = `${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
      const query = new URLSearchParams({
        'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
        'X-Amz-Credential': `AKIDTEST/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
        'X-Amz-Date': date,
        'X-Amz-Expires': '60',
        'X-Amz-SignedHeaders': 'host',
        ...more,
      });
      const path = `/resumes/${key}`;
      const headers = { host: new URL(served.endpoint).host };
      const scope = { accessKeyId: 'AKIDTEST', date: date.slice(0, 8), region: 'us-east-1' };
      const text = presignedStringToSign({ method: 'GET', path, query, headers });
      query.set('X-Amz-Signature', signatureOf('secret', scope, text));
      return `${served.endpoint}${path}?${query.toString()}`;
    }

    it('gives the object under the name the signer chose', async () => {
      await post({});
      const reply = await fetch(
        presign('quarantine/1', { 'response-content-disposition': 'attachment; filename="cv.pdf"' }),
      );
      expect([reply.status, await reply.text()]).toEqual([200, '%PDF']);
      expect(reply.headers.get('content-disposition')).toBe('attachment; filename="cv.pdf"');
      expect(asked.at(-1)).toMatchObject({ action: 's3:GetObject' });
    });

    it('refuses it late, changed, or without the right to read', async () => {
      await post({});
      const url = presign('quarantine/1');
      expect((await fetch(url.replace('quarantine/1', 'quarantine/2'))).status).toBe(403);
      refusal = 'intake may not s3:GetObject';
      expect(await (await fetch(url)).text()).toContain('intake may not s3:GetObject');
      refusal = undefined;
      wallOffset = 61_000;
      expect(await (await fetch(url)).text()).toContain('Request has expired');
    });
  });

  it('refuses a request without any signature', async () => {
    expect((await fetch(`${served.endpoint}/resumes/quarantine/1`)).status).toBe(403);
    expect(asked).toEqual([]);
  });
});
