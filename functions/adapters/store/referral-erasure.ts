import type { Erasure } from '../../../domain/erasure/erasure.ts';
import { deleteAll, listKeys } from './erasures.ts';
import { keys } from './keys.ts';
import { findReferralOf } from './referrals.ts';
import type { Table } from './table.ts';

/**
 * Erases the link that a person recommends the company with, and what it brought, together with the application it
 * was given for: nobody could be thanked by it any more. Whoever has another application may ask for a new one.
 */
export async function eraseReferral(
  table: Table,
  erased: Pick<Erasure, 'applicationId' | 'personHash'>,
): Promise<void> {
  const referral = await findReferralOf(table, erased);
  if (!referral) return;
  const { pk, sk } = keys.referral(referral.code);
  const brought = (await listKeys(table, pk)).filter((key) => key.sk !== sk);
  await deleteAll(table, brought);
  // What leads to the rest goes last, and at once: a run that breaks off in between finds it again.
  await deleteAll(table, [{ pk, sk }, keys.referralOf(erased.personHash)]);
}
