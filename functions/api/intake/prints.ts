import { canonical } from '../../../domain/api/canonical.ts';
import type { Submission } from '../../../domain/api/intake/submission.ts';
import { fingerprint, hashAddress, hashMailbox } from '../../adapters/links.ts';
import type { Links } from '../../adapters/links.ts';

/** Keyed hashes of a submission: of the whole, of the key it is recognised by, of its address and of the mailbox behind. */
export async function prints(
  links: Links,
  sent: Submission,
  idempotencyKey: string | undefined,
): Promise<{ fingerprint: string; key: string; personHash: string; mailbox: string }> {
  const [whole, named, personHash, mailbox] = await Promise.all([
    fingerprint(links, `body ${canonical(sent)}`),
    idempotencyKey === undefined ? undefined : fingerprint(links, `key ${idempotencyKey}`),
    hashAddress(links, sent.candidate.email),
    hashMailbox(links, sent.candidate.email),
  ]);
  return { fingerprint: whole, key: named ?? whole, personHash, mailbox };
}
