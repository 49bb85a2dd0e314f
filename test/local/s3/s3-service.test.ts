import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../local/bus-event.ts';
import { createS3, type S3 } from '../../../local/s3/s3-service.ts';
import { clientOptions, type Served, serveService } from '../serve-service.ts';

const NOW = Date.parse('2026-03-02T09:30:00Z');
const KEY = 'arn:aws:kms:us-east-1:123456789012:key/data';
const Bucket = 'resumes';
const resources = [
  {
    logicalId: 'Resumes',
    type: 'AWS::S3::Bucket',
    physicalId: 'resumes',
    properties: {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } },
        ],
      },
    },
  },
];

describe('S3', () => {
  const database = new DatabaseSync(':memory:');
  const directory = mkdtempSync(join(tmpdir(), 's3-'));
  const published: BusEvent[] = [];
  const create = (): S3 =>
    createS3({
      database,
      directory,
      resources,
      clock: { now: () => NOW },
      wall: { now: () => NOW },
      place: { account: '123456789012', region: 'us-east-1' },
      publish: (event) => void published.push(event),
      signerOf: () => undefined,
      refusalOf: async () => undefined,
      localOrigins: () => [],
    });
  const s3 = create();
  let served: Served;
  let client: S3Client;
  beforeAll(async () => {
    served = await serveService(s3);
    client = new S3Client(clientOptions(served));
  });
  afterAll(() => served.close());
  beforeEach(() => {
    published.length = 0;
  });
  const put = (Key: string, Body: string | Readable = 'hello', more: object = {}) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const get = async (Key: string, more: object = {}) => {
    const reply = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return { ...reply, text: await reply.Body?.transformToString() };
  };

  it('gives back what was put, over a restart too', async () => {
    await put('a/résumé 1+2.txt', 'hello', { ContentType: 'text/plain', Metadata: { name: 'julia' } });
    const reply = await get('a/résumé 1+2.txt');
    expect(reply).toMatchObject({
      text: 'hello',
      ContentType: 'text/plain',
      ContentLength: 5,
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
      LastModified: new Date(NOW),
      Metadata: { name: 'julia' },
    });
    const kept = create().objects.find(Bucket, 'a/résumé 1+2.txt');
    expect(kept?.size).toBe(5);
  });

  it('takes a stream and checks its checksum', async () => {
    await put('streamed', Readable.from([Buffer.from('hel'), Buffer.from('lo')]), { ContentLength: 5 });
    expect((await get('streamed')).text).toBe('hello');
    await expect(put('wrong', 'hello', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
  });

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('gives the range %s', async (Range, text, ContentRange) => {
    await put('digits', '0123456789');
    expect(await get('digits', { Range })).toMatchObject({ text, ContentRange });
  });

  it('refuses a range beyond the end', async () => {
    await put('digits', '0123456789');
    await expect(get('digits', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('replaces an object without leaving its bytes behind', async () => {
    await put('twice', 'one');
    const before = readdirSync(directory).length;
    await put('twice', 'two');
    expect(readdirSync(directory)).toHaveLength(before);
    expect((await get('twice')).text).toBe('two');
    await expect(put('twice', 'three', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  it('keeps tags and tells IAM of them', async () => {
    await put('tagged');
    const TagSet = [{ Key: 'scan', Value: 'CLEAN & <safe>' }];
    await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } }));
    expect((await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }))).TagSet).toEqual(
      TagSet,
    );
    const request = {
      method: 'GET',
      path: '/resumes/tagged',
      query: new URLSearchParams(),
      headers: { authorization: 'AWS4-HMAC-SHA256 …' },
      body: Buffer.alloc(0),
    };
    const permissions = s3.permissions({ ...request, caller: { name: 'scan', roleArn: undefined } });
    expect(permissions).toEqual([
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::resumes/tagged',
        context: {
          'aws:SecureTransport': 'true',
          's3:TlsVersion': '1.3',
          's3:ExistingObjectTag/scan': 'CLEAN & <safe>',
        },
      },
      { action: 'kms:Decrypt', resource: KEY, context: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    ]);
  });

  it('tells EventBridge of objects that come, are tagged and go', async () => {
    await put('events/1');
    await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'events/1', Tagging: { TagSet: [] } }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'events/1' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'events/1' }));
    expect(published.map((event) => event['detail-type'])).toEqual([
      'Object Created',
      'Object Tags Added',
      'Object Deleted',
    ]);
    expect(published[0]).toMatchObject({
      source: 'aws.s3',
      time: '2026-03-02T09:30:00Z',
      resources: ['arn:aws:s3:::resumes'],
      detail: { bucket: { name: 'resumes' }, object: { key: 'events/1', size: 5 }, reason: 'PutObject' },
    });
  });

  it('lists by prefix, page by page', async () => {
    for (const name of ['c', 'a', 'b']) {
      await put(`list/${name}`);
    }
    const first = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 2 }));
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['list/a', 'list/b']);
    const ContinuationToken = first.NextContinuationToken;
    const second = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken }),
    );
    expect(second).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'list/c', Size: 5 }] });
  });

  it('copies with content type and tags', async () => {
    await put('from', 'hello', { ContentType: 'text/plain', Tagging: 'scan=ok' });
    await client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: 'resumes/from' }));
    expect(await get('to')).toMatchObject({ text: 'hello', ContentType: 'text/plain', TagCount: 1 });
  });

  it.each([
    ['a key that is not there', new GetObjectCommand({ Bucket, Key: 'none' }), 'NoSuchKey'],
    ['a bucket that is not there', new GetObjectCommand({ Bucket: 'none', Key: 'a' }), 'NoSuchBucket'],
    ['an operation the laptop lacks', new GetObjectAclCommand({ Bucket, Key: 'a' }), 'NotImplemented'],
    ['an older version', new GetObjectCommand({ Bucket, Key: 'a', VersionId: '1' }), 'NotImplemented'],
    ['a listing by delimiter', new ListObjectsV2Command({ Bucket, Delimiter: '/' }), 'NotImplemented'],
  ])('refuses %s by name', async (_, command, name) => {
    await expect(client.send(command as GetObjectCommand)).rejects.toMatchObject({ name });
  });

  it('answers a HEAD without a body', async () => {
    await put('head');
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'head' }))).toMatchObject({
      ContentLength: 5,
    });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});
