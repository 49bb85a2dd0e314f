import { exactMilliseconds } from '../../../domain/calendar/duration.ts';
import { epochOf, isoOf } from '../../../domain/calendar/instant.ts';
import { lifeAt } from '../../../domain/codes/code-life.ts';
import type { CodeLife } from '../../../domain/codes/code-life.ts';
import * as transitions from '../../../domain/codes/transitions.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { changeOffer } from '../../adapters/store/offer-changes.ts';
import { findOffer } from '../../adapters/store/offers.ts';
import type { TableServices } from '../../runtime/services.ts';
import { codeOf, namingRefusals } from './refused.ts';

interface Asked<Body> {
  readonly at: string;
  readonly body: Body & { readonly code: string };
}
type Order = { readonly orderId: string };

export function verify({ table }: TableServices, { at, body }: Asked<unknown>) {
  return namingRefusals(async () => {
    const found = await findOffer(table, codeOf(body.code));
    if (!found) throw new NotFound('the code');
    const standing = standingAt(found, at);
    return { valid: standing.state === 'issued', ...standing };
  });
}

export async function reserve(services: TableServices, asked: Asked<Order & { readonly ttl: string }>) {
  const { orderId, ttl } = asked.body;
  const until = isoOf(epochOf(asked.at) + exactMilliseconds(ttl));
  const offer = await move(services, asked, (life) =>
    transitions.reserve(life, { orderId, at: asked.at, until }),
  );
  return { ...standingAt(offer, asked.at), until };
}

export async function redeem(
  services: TableServices,
  asked: Asked<Order & { readonly amount?: Offer['amount'] }>,
) {
  const { orderId, amount } = asked.body;
  const offer = await move(
    services,
    asked,
    (life) => transitions.redeem(life, { orderId, at: asked.at }),
    amount,
  );
  const redeemedAt = offer.life.state === 'redeemed' ? offer.life.redeemedAt : asked.at;
  return { ...standingAt(offer, asked.at), redeemedAt };
}

export async function rollBack(services: TableServices, asked: Asked<Order>) {
  const { orderId } = asked.body;
  const offer = await move(services, asked, (life) => transitions.rollBack(life, { orderId, at: asked.at }));
  return standingAt(offer, asked.at);
}

function move(
  { table }: TableServices,
  { at, body }: Asked<unknown>,
  rule: (life: CodeLife) => CodeLife,
  amount?: Offer['amount'],
): Promise<Offer> {
  return namingRefusals(() => changeOffer(table, { code: codeOf(body.code), at, amount }, rule));
}

const standingAt = ({ life, value, expiresOn }: Offer, at: string) => ({
  state: lifeAt(life, at).state,
  value,
  expiresOn,
});
