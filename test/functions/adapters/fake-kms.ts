import { createHmac, timingSafeEqual } from 'node:crypto';
import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import type { Links } from '../../../functions/adapters/links.ts';

const macOf = (message: Uint8Array = Buffer.alloc(0)) =>
  createHmac('sha256', 'a key that stays in KMS').update(message).digest();

/** Links whose KMS is a real HMAC with a fixed key, in this process. */
export function fakeLinks(): Links {
  const client = new KMSClient({ region: 'us-east-1' });
  const kms = mockClient(client);
  kms.on(GenerateMacCommand).callsFake(({ Message }: { Message?: Uint8Array }) => {
    if ((Message?.length ?? 0) > 4096) throw new Error('ValidationException: the message is too long');
    return { Mac: macOf(Message) };
  });
  kms.on(VerifyMacCommand).callsFake(({ Message, Mac }: { Message?: Uint8Array; Mac?: Uint8Array }) => {
    if (Mac?.length === 32 && timingSafeEqual(macOf(Message), Mac)) return { MacValid: true };
    throw new KMSInvalidMacException({ $metadata: {}, message: 'the MAC does not fit' });
  });
  return { client, keyId: 'key' };
}
