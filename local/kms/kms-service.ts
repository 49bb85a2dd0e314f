import * as z from 'zod';
import type { AwsRequest, AwsResponse, AwsService, Permission } from '../service.ts';
import { KmsError } from './errors.ts';
import { createKeyRing, type Key, type KeyRing, type KeyRingOptions } from './key-ring.ts';
import { generateMac, generateMacInput, verifyMac, verifyMacInput } from './mac.ts';

type Operation = (keys: KeyRing, key: Key, input: unknown) => unknown;

/** The instant a key is said to be made; the template has none. Epoch seconds. */
const CREATED = 0;

const describeKeyInput = z.strictObject({ KeyId: z.string() });

function describeKey(key: Key): unknown {
  const { id, arn, description, spec, usage, enabled } = key;
  return {
    KeyMetadata: {
      AWSAccountId: arn.split(':')[4],
      KeyId: id,
      Arn: arn,
      CreationDate: CREATED,
      Description: description,
      KeySpec: spec,
      KeyUsage: usage,
      Enabled: enabled,
      KeyState: enabled ? 'Enabled' : 'Disabled',
      KeyManager: 'CUSTOMER',
      Origin: 'AWS_KMS',
      ...(usage === 'GENERATE_VERIFY_MAC' && { MacAlgorithms: ['HMAC_SHA_256'] }),
    },
  };
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['GenerateMac', (keys, key, input) => generateMac(keys, key, parse(generateMacInput, input))],
  ['VerifyMac', (keys, key, input) => verifyMac(keys, key, parse(verifyMacInput, input))],
  [
    'DescribeKey',
    (_, key, input) => {
      parse(describeKeyInput, input);
      return describeKey(key);
    },
  ],
]);

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new KmsError('ValidationException', z.prettifyError(parsed.error));
  }
  return parsed.data;
}

const keyReference = z.looseObject({ KeyId: z.string() });

/** The key a request names, if it is well formed enough to name one. */
function namedKey(request: AwsRequest): string {
  try {
    return keyReference.safeParse(inputOf(request)).data?.KeyId ?? '';
  } catch (error) {
    if (error instanceof KmsError) {
      return '';
    }
    throw error;
  }
}

/** `GenerateMac` of the header `X-Amz-Target: TrentService.GenerateMac`. */
const operationName = (request: AwsRequest): string =>
  (request.headers['x-amz-target'] ?? '').replace(/^TrentService\./, '');

function reply(status: number, body: object): AwsResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}

function inputOf(request: AwsRequest): unknown {
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new KmsError('SerializationException', 'The request body is not JSON');
  }
}

/** KMS as far as links need it: MACs by the template's HMAC keys, and DescribeKey. The rest is refused by name. */
export function createKms(options: KeyRingOptions): AwsService {
  const keys = createKeyRing(options);
  const run = (request: AwsRequest): unknown => {
    const name = operationName(request);
    const operation = OPERATIONS.get(name);
    if (operation === undefined) {
      throw new KmsError('UnsupportedOperationException', `KMS on this laptop has no ${name}`);
    }
    const input = inputOf(request);
    const { KeyId } = parse(keyReference, input);
    const key = keys.find(KeyId);
    if (key === undefined) {
      throw new KmsError('NotFoundException', `Key '${KeyId}' does not exist`);
    }
    return operation(keys, key, input);
  };
  return {
    signingName: 'kms',
    permissions(request): Permission[] {
      const reference = namedKey(request);
      const resource =
        keys.find(reference)?.arn ?? `arn:aws:kms:${options.region}:${options.account}:key/${reference}`;
      return [{ action: `kms:${operationName(request)}`, resource }];
    },
    async handle(request) {
      try {
        return reply(200, Object(run(request)));
      } catch (error) {
        if (error instanceof KmsError) {
          return reply(400, { __type: error.name, message: error.message });
        }
        throw error;
      }
    },
  };
}
