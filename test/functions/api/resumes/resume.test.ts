import { GetObjectCommand, GetObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { Readable } from 'node:stream';
import { sdkStreamMixin } from '@smithy/core/serde';
import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { resumesApi } from '../../../../domain/api/resumes.ts';
import { routes } from '../../../../functions/api/resumes/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication } from '../applications.ts';
import { seedJob } from '../seed.ts';

const resumeKey = 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
const jobId = 'sales-assistant-leeds';

const table = useTable();
const client = new S3Client({
  region: 'us-east-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
});
const s3 = mockClient(client);
const handler = httpHandler({
  routes,
  services: () => ({ table: table(), files: () => Promise.resolve({ client, bucket: 'resumes' }) }),
});

/** What the scanner says of every résumé, what type they were uploaded as, and how they begin. */
function scanned(status: string | undefined, ContentType = 'application/pdf', begins = '%PDF-1.7') {
  const TagSet = status === undefined ? [] : [{ Key: 'GuardDutyMalwareScanStatus', Value: status }];
  s3.on(GetObjectTaggingCommand).resolves({ TagSet });
  const Body = sdkStreamMixin(Readable.from([Buffer.from(begins, 'latin1')]));
  s3.on(GetObjectCommand, { Range: 'bytes=0-1023' }).resolves({ ContentType, Body });
}

async function anApplication(changes: { resumeKey?: string } = { resumeKey }): Promise<string> {
  const id = ulid();
  await seedApplication(table(), id, jobId, changes);
  return id;
}

async function ask(id: string, what = 'resume', as = 'ana-ruiz') {
  const { statusCode, body } = await handler(
    apiEvent({
      method: 'GET',
      path: `/api/files/applications/${id}/${what}`,
      claims: { 'cognito:username': as, 'cognito:groups': 'recruiter' },
    }),
    lambdaContext,
  );
  return { status: statusCode, body: JSON.parse(body) as unknown };
}

const address = async (id: string) => resumesApi.open.reply.body.parse((await ask(id)).body);

beforeAll(() => seedJob(table(), jobId));
beforeEach(() => s3.reset());

describe('the address of a résumé', () => {
  it('is given once the scanner found nothing, for a minute, and names the file after the application', async () => {
    const id = await anApplication();
    scanned('NO_THREATS_FOUND', 'application/pdf');
    const { url, fileName, seconds } = await address(id);
    expect(fileName).toBe(`resume-${id.slice(-6)}.pdf`);
    expect(seconds).toBe(60);
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe(`/${resumeKey}`);
    expect(searchParams.get('X-Amz-Expires')).toBe('60');
    expect(searchParams.get('response-content-disposition')).toBe(`attachment; filename="${fileName}"`);
    expect(searchParams.get('response-content-type')).toBe('application/pdf');
  });

  test.each([
    ['of a type that the upload form would have refused', 'text/html', '<html>'],
    ['a program that calls itself a PDF', 'application/pdf', 'MZ\x90\0'],
  ])('is not given of what is %s', async (_, type, begins) => {
    const id = await anApplication();
    scanned('NO_THREATS_FOUND', type, begins);
    expect(await ask(id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/not what it calls itself/) },
    });
    scanned('NO_THREATS_FOUND', type, begins);
    expect(await ask(id, 'resume/state')).toEqual({ status: 200, body: { state: 'disguised' } });
  });

  test.each([
    [undefined, 'scanning', /being scanned/],
    ['THREATS_FOUND', 'threat', /malware/],
    ['UNSUPPORTED', 'unscannable', /could not look/],
  ])('is not given of one tagged %s', async (tag, state, detail) => {
    const id = await anApplication();
    scanned(tag);
    const refused = await ask(id);
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringMatching(detail) } });
    expect(await ask(id, 'resume/state')).toEqual({ status: 200, body: { state } });
  });

  it('is not given where there is none, nor to colleagues whom the job does not name', async () => {
    const without = await anApplication({});
    expect(await ask(without)).toMatchObject({ status: 404 });
    expect(await ask(without, 'resume/state')).toEqual({ status: 200, body: { state: 'none' } });
    const id = await anApplication();
    scanned('NO_THREATS_FOUND');
    expect(await ask(id, 'resume', 'tom-becker')).toMatchObject({ status: 403 });
    expect(await ask(id, 'resume/state', 'tom-becker')).toMatchObject({ status: 403 });
  });
});
