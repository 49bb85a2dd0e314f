import type { Campaign } from './campaign.ts';

/**
 * The campaign that suits a candidate best on a day (`YYYY-MM-DD` in the company's zone): the one that
 * shares most of the interests they chose; of equals the one with the fewest others, then the first id in
 * the alphabet. Without a match the default; undefined if that does not run either.
 *
 * What became of the application is no parameter, so the offer cannot depend on it. A caller whose
 * campaign has used up its budget asks again without it.
 */
export const chooseOffer = (
  campaigns: readonly Campaign[],
  interests: readonly string[],
  today: string,
): Campaign | undefined => {
  const running = campaigns.filter(
    ({ startsOn = today, endsOn = today }) => startsOn <= today && today <= endsOn,
  );
  const [best] = running
    .map((campaign) => ({ campaign, shared: sharedInterests(campaign, interests) }))
    .filter(({ shared }) => shared > 0)
    .sort(
      (one, other) =>
        other.shared - one.shared ||
        one.campaign.interests.length - other.campaign.interests.length ||
        (one.campaign.id < other.campaign.id ? -1 : 1),
    );
  return best?.campaign ?? running.find((campaign) => campaign.default === true);
};

const sharedInterests = ({ interests }: Campaign, chosen: readonly string[]): number =>
  interests.filter((interest) => chosen.includes(interest)).length;
