import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { KmsError } from './errors.ts';
import type { Key, KeyRing } from './key-ring.ts';

/** GenerateMac and VerifyMac take at most 4,096 bytes. */
const MAX_MESSAGE_BYTES = 4096;

const message = z.base64().refine((text) => {
  const { length } = Buffer.from(text, 'base64');
  return length > 0 && length <= MAX_MESSAGE_BYTES;
}, `1 to ${MAX_MESSAGE_BYTES} bytes`);
const common = { KeyId: z.string(), MacAlgorithm: z.literal('HMAC_SHA_256'), Message: message };

export const generateMacInput = z.strictObject(common);
export const verifyMacInput = z.strictObject({ ...common, Mac: z.base64() });

function mac(keys: KeyRing, key: Key, text: string): Buffer {
  if (key.spec !== 'HMAC_256' || key.usage !== 'GENERATE_VERIFY_MAC') {
    throw new KmsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for HMAC_SHA_256.`,
    );
  }
  if (!key.enabled) {
    throw new KmsError('DisabledException', `${key.arn} is disabled.`);
  }
  return createHmac('sha256', keys.secret(key)).update(Buffer.from(text, 'base64')).digest();
}

/** Throws `InvalidKeyUsageException`, `DisabledException`. */
export function generateMac(keys: KeyRing, key: Key, input: z.output<typeof generateMacInput>): unknown {
  return {
    KeyId: key.arn,
    MacAlgorithm: input.MacAlgorithm,
    Mac: mac(keys, key, input.Message).toString('base64'),
  };
}

/** Throws `KMSInvalidMacException` when the MAC is not this key's for this message. */
export function verifyMac(keys: KeyRing, key: Key, input: z.output<typeof verifyMacInput>): unknown {
  const expected = mac(keys, key, input.Message);
  const given = Buffer.from(input.Mac, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new KmsError('KMSInvalidMacException', 'The HMAC verification failed.');
  }
  return { KeyId: key.arn, MacAlgorithm: input.MacAlgorithm, MacValid: true };
}
