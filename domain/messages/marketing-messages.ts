/** What only a candidate who agreed to it is written; every one carries its own way out. */
import * as z from 'zod';
import { marketingFrame } from './frames.ts';
import { day, discount, link, short } from './values.ts';

/** The code is valid through the whole of `expiresOn`, and the same for every outcome. */
export const loyaltyOffer = z.strictObject({
  ...marketingFrame,
  code: short,
  value: discount,
  expiresOn: day,
  shopUrl: link,
});

export const referralThanks = z.strictObject({ ...marketingFrame, shareUrl: link });
