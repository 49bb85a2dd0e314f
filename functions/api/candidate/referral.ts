import { referralUrl } from '../../../domain/referrals/referral.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { giveReferralCode } from '../../adapters/store/referrals.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';

/**
 * Gives a candidate their link to recommend the company with.
 * @throws NotFound, NotAllowed, Contended
 */
export async function getReferralLink(
  table: Table,
  applicationId: string,
  at: string,
): Promise<{ referralUrl: string }> {
  const code = await giveReferralCode(table, await readApplication(table, applicationId), at);
  const { company } = await readLiveSettings(table);
  return { referralUrl: referralUrl(company.careersUrl, code) };
}
