import { createHash } from 'node:crypto';
import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { LinkExpired, LinkInvalid } from '../../domain/links/link.ts';
import type { LinkPurpose } from '../../domain/links/link.ts';
import { decodeToken, encodeToken } from '../../domain/links/token.ts';
import { mailboxOf } from '../../domain/people/mailbox.ts';

/** The KMS HMAC key that signs links and hashes addresses; the key itself never leaves KMS. */
export interface Links {
  readonly client: KMSClient;
  readonly keyId: string;
}

/** Opens the key once per cold start. */
export function openLinks(keyId: string): Links {
  return { client: new KMSClient({}), keyId };
}

/**
 * The token of a link that lets its holder act as `id` until `expiresAt`. The same link issued twice is the
 * same token. Its purpose is signed and not part of it.
 */
export async function issueLink(
  links: Links,
  purpose: LinkPurpose,
  id: string,
  expiresAt: string,
): Promise<string> {
  const expires = Date.parse(expiresAt);
  return encodeToken({ id, expires, mac: await macOf(links, messageOf(purpose, id, expires)) });
}

/**
 * The id that a link was issued for.
 * @throws LinkInvalid when it was not issued by this key for this purpose
 * @throws LinkExpired when it was, and `at` is past its expiry
 */
export async function verifyLink(
  links: Links,
  purpose: LinkPurpose,
  token: string,
  at: string,
): Promise<string> {
  const { id, expires, mac } = decodeToken(token);
  try {
    await links.client.send(
      new VerifyMacCommand({
        KeyId: links.keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(messageOf(purpose, id, expires)),
        Mac: mac,
      }),
    );
  } catch (error) {
    if (error instanceof KMSInvalidMacException) throw new LinkInvalid();
    throw error;
  }
  if (expires < Date.parse(at)) throw new LinkExpired();
  return id;
}

/** What stands for a person in keys and logs: the HMAC of their address as mail systems compare it, in hex. */
export async function hashAddress(links: Links, email: string): Promise<string> {
  const address = email.normalize('NFKC').trim().toLowerCase();
  return Buffer.from(await macOf(links, `address\n${address}`)).toString('hex');
}

/** What stands for a mailbox, however its address is spelled, in hex. */
export async function hashMailbox(links: Links, email: string): Promise<string> {
  return Buffer.from(await macOf(links, `mailbox\n${mailboxOf(email)}`)).toString('hex');
}

/** A keyed hash of any text, in hex: equal texts can be recognised, and nothing can be read out of it. */
export async function fingerprint(links: Links, text: string): Promise<string> {
  // KMS takes messages of at most 4,096 bytes.
  const digest = createHash('sha256').update(text).digest('hex');
  return Buffer.from(await macOf(links, `fingerprint\n${digest}`)).toString('hex');
}

/** What a link's MAC is over. No purpose of a link begins the message of a hash: `address`, `mailbox`, `fingerprint`. */
function messageOf(purpose: LinkPurpose, id: string, expires: number): string {
  return `${purpose}\n${id}\n${expires}`;
}

async function macOf({ client, keyId }: Links, message: string): Promise<Uint8Array> {
  const { Mac } = await client.send(
    new GenerateMacCommand({
      KeyId: keyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from(message),
    }),
  );
  if (Mac === undefined) throw new Error('KMS gave no MAC');
  return Mac;
}
