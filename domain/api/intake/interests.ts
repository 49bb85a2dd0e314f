import type { Campaign } from '../../offers/campaign.ts';

/** The interests that applicants choose from: every one that some offer is made for, in the alphabet's order. */
export function interestsOf(offers: readonly Pick<Campaign, 'interests'>[]): string[] {
  return [...new Set(offers.flatMap(({ interests }) => interests))].sort();
}
