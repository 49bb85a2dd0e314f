import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { leanSchemas, leanSdk } from '../../../tools/bundles/lean-sdk.ts';
import { noJsonSchema } from '../../../tools/bundles/no-json-schema.ts';

const source = `
import { DisabledException, GenerateMacCommand, KMSClient, KMSServiceException } from '@aws-sdk/client-kms';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
const client = new KMSClient({ maxAttempts: 1 });
const schema = z.strictObject({ id: z.string().min(1) });
export const call = async () => {
  try {
    return await client.send(new GenerateMacCommand({ KeyId: 'k', MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('m') }));
  } catch (error) {
    const { name, message, $fault, $metadata } = error;
    return {
      name, message, $fault, status: $metadata.httpStatusCode,
      ofService: error instanceof KMSServiceException, ofItsOwn: error instanceof DisabledException,
    };
  }
};
export const mail = async () => (await new SESv2Client({ maxAttempts: 1 }).send(new SendEmailCommand({
  FromEmailAddress: 'shop@example.com', Destination: { ToAddresses: ['julia@example.com'] }, Content: {},
}))).MessageId;
export const fits = (value) => schema.safeParse(value).success;
export const describe = () => z.toJSONSchema(schema);
`;

const bundled = z.object({
  call: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
  mail: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
  fits: z.custom<(value: unknown) => boolean>((value) => typeof value === 'function'),
  describe: z.custom<() => unknown>((value) => typeof value === 'function'),
});

let answer: { status: number; body: object };
let signature: string;
let server: Server;
let folder: string;
let text: string;
let made: z.output<typeof bundled>;

beforeAll(async () => {
  server = createServer((request, response) => {
    signature = request.headers.authorization ?? '';
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${address.port}`,
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${address.port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@smithy/core/event-streams', 'bowser'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [leanSdk((error) => error === 'DisabledException'), noJsonSchema],
  });
  text = outputFiles[0]?.text ?? '';
  const root = join(import.meta.dirname, '../../../.build');
  folder = await mkdtemp(join(root, 'lean-'));
  await writeFile(join(folder, 'bundle.mjs'), text);
  made = bundled.parse(await import(pathToFileURL(join(folder, 'bundle.mjs')).href));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a lean bundle', () => {
  it('holds the operation that is called, and none of the others', () => {
    expect(text).toContain('GenerateMac');
    for (const absent of ['ScheduleKeyDeletion', 'ReEncrypt', 'TagResource'])
      expect(text).not.toContain(absent);
  });

  it('calls it as ever', async () => {
    answer = { status: 200, body: { Mac: 'AQID', KeyId: 'k' } };
    expect(await made.call()).toMatchObject({ Mac: Uint8Array.of(1, 2, 3), KeyId: 'k' });
  });

  it.each([
    ['a named error as its own class', 'DisabledException', 400, 'client', true],
    ['any other as the exception of its service', 'KMSInternalException', 500, 'server', false],
  ] as const)('throws %s', async (_, name, status, fault, ofItsOwn) => {
    answer = { status, body: { __type: `com.amazonaws.kms#${name}`, message: 'because' } };
    expect(await made.call()).toEqual({
      name,
      message: 'because',
      $fault: fault,
      status,
      ofService: true,
      ofItsOwn,
    });
  });

  it('signs mail for the one region', async () => {
    answer = { status: 200, body: { MessageId: 'one' } };
    expect(await made.mail()).toBe('one');
    expect(signature).toMatch(/^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/us-east-1\/ses\/aws4_request/);
  });

  it('parses with zod, and refuses to make a JSON Schema', () => {
    expect([made.fits({ id: 'a' }), made.fits({ id: '' }), made.fits({ id: 'a', b: 1 })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => made.describe()).toThrow('JSON Schema is not part of this bundle');
  });
});

it('A client that is made otherwise is refused, lest the bundles grow unseen', () => {
  expect(() => leanSchemas('export const Everything$ = make();\n', () => true, 'schemas_0.js')).toThrow(
    'schemas_0.js is not made as expected',
  );
});
