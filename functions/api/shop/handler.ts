import { shopApi } from '../../../domain/api/shop.ts';
import { httpHandler } from '../../runtime/http.ts';
import { route } from '../../runtime/route.ts';
import { tableServices } from '../../runtime/services.ts';
import { redeem, reserve, rollBack, verify } from './codes.ts';

/** Shops are known by the API key that API Gateway has checked; a code is all they may ask about. */
export const routes = [
  route(shopApi.verify, verify),
  route(shopApi.reserve, reserve),
  route(shopApi.redeem, redeem),
  route(shopApi.rollBack, rollBack),
];

export const handler = httpHandler({ routes, services: tableServices });
