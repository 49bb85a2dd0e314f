import type * as z from 'zod';
import type { candidateView } from '../../../domain/api/candidate/view.ts';
import type { Application } from '../../../domain/application/application.ts';
import { lifeAt } from '../../../domain/codes/code-life.ts';
import type { CodeState } from '../../../domain/codes/code-life.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { findOfferOf } from '../../adapters/store/offers.ts';
import type { Table } from '../../adapters/store/table.ts';

type OfferView = z.input<typeof candidateView.shape.offer>;

/** A code that a shop holds for an order can still be used, by that order. */
const states: Readonly<Record<CodeState, 'usable' | 'redeemed' | 'expired' | undefined>> = {
  issued: 'usable',
  reserved: 'usable',
  redeemed: 'redeemed',
  expired: 'expired',
  void: undefined,
};

/**
 * The code that this application brought; nothing when there is none, or it was taken out of use. One that another
 * application brought stands on the page of that one.
 */
export async function offerOf(
  table: Table,
  { applicationId }: Pick<Application, 'applicationId'>,
  settings: Settings,
  at: string,
): Promise<OfferView> {
  const offer = await findOfferOf(table, applicationId);
  const state = offer && states[lifeAt(offer.life, at).state];
  if (!offer || !state) return null;
  const { code, value, expiresOn, campaign } = offer;
  const shopUrl = settings.offers.find(({ id }) => id === campaign)?.shopUrl ?? settings.company.shopUrl;
  return { code, value, expiresOn, shopUrl, state };
}
