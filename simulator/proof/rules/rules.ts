import type { Rule } from '../view.ts';
import { acknowledged } from './acknowledged.ts';
import { answeredInTime } from './answered-in-time.ts';
import { caught } from './caught.ts';
import { ends } from './ends.ts';
import { goodEnd } from './good-end.ts';
import { oneMessage } from './one-message.ts';
import { oneOffer } from './one-offer.ts';
import { onePromise } from './one-promise.ts';
import { personDeclines } from './person-declines.ts';

/** What the search looks for on every path. */
export const rules: readonly Rule[] = [
  acknowledged,
  answeredInTime,
  onePromise,
  goodEnd,
  personDeclines,
  oneOffer,
  oneMessage,
  ends,
  caught,
];
