import { localDate } from '../../../domain/calendar/local-date.ts';
import { lifeAt } from '../../../domain/codes/code-life.ts';
import type { Campaign } from '../../../domain/offers/campaign.ts';
import { namedIn } from '../../../domain/offers/interest.ts';
import type { InterestNames } from '../../../domain/offers/interest.ts';
import { countsOn, masked, statusOn } from '../../../domain/offers/standing.ts';
import { listIssuing, listRecentCodes, readCounts } from '../../adapters/store/campaign-counts.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { TableServices } from '../../runtime/services.ts';
import { signedIn } from '../recruiter/signed-in.ts';

/** How many codes are shown of a campaign. */
const recent = 25;

/**
 * Every campaign of the settings, then those that issued codes before they were taken out.
 * @throws Refusal 401, 403
 */
export async function listOffers({ table }: TableServices, { caller, at }: Exchange) {
  signedIn(caller);
  const [{ offers, interests, calendar }, issuing] = await Promise.all([
    readLiveSettings(table),
    listIssuing(table),
  ]);
  const today = localDate(at, calendar.zone);
  const gone = issuing.filter((id) => offers.every((campaign) => campaign.id !== id));
  const known = [...offers.map(({ id }) => id), ...gone];
  const campaigns = await Promise.all(
    known.map(async (id) => {
      const campaign = offers.find((one) => one.id === id);
      const counts = countsOn(await readCounts(table, id), today);
      return {
        id,
        ...termsOf(campaign, interests),
        status: statusOn(campaign, counts.issued, today),
        counts,
      };
    }),
  );
  return { campaigns };
}

interface OfCampaign extends Exchange {
  readonly params: { readonly campaign: string };
}

/** @throws Refusal 401, 403 */
export async function listCodes({ table }: TableServices, { caller, params: { campaign }, at }: OfCampaign) {
  signedIn(caller);
  const offers = await listRecentCodes(table, campaign, recent);
  return {
    codes: offers.map(({ code, value, issuedAt, expiresOn, life, amount }) => ({
      code: masked(code),
      state: lifeAt(life, at).state,
      value,
      issuedAt,
      expiresOn,
      redeemedAt: life.state === 'redeemed' ? life.redeemedAt : null,
      amount: life.state === 'redeemed' ? (amount ?? null) : null,
    })),
  };
}

function termsOf(campaign: Campaign | undefined, names: InterestNames) {
  return {
    title: campaign?.title ?? null,
    value: campaign?.value ?? null,
    interests: namedIn(names, campaign?.interests ?? []),
    isDefault: campaign?.default ?? false,
    budget: campaign?.budget ?? null,
    startsOn: campaign?.startsOn ?? null,
    endsOn: campaign?.endsOn ?? null,
  };
}
