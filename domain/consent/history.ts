import { epochOf } from '../calendar/instant.ts';
import type { Consent, ConsentChannel, Suppression } from './consent.ts';

/**
 * The history with one more entry; nothing in it ever changes or goes. The very same entry, sent again
 * after a lost reply, is not added twice.
 */
export const appendConsent = (history: readonly Consent[], entry: Consent): readonly Consent[] =>
  history.some((known) => isSame(known, entry)) ? history : [...history, entry];

/** The consent that holds for a channel: the latest, and of two at the same instant the one that says no. */
export const consentOn = (history: readonly Consent[], channel: ConsentChannel): Consent | undefined =>
  history
    .filter((entry) => entry.channel === channel)
    .sort((one, other) => epochOf(one.at) - epochOf(other.at) || Number(other.given) - Number(one.given))
    .at(-1);

/**
 * Whether a person may be sent marketing on a channel: only if their last word on it was yes, and their
 * address is not suppressed, for whatever reason.
 */
export const mayMarket = (
  history: readonly Consent[],
  suppression: Suppression | undefined,
  channel: ConsentChannel = 'offers-email',
): boolean => suppression === undefined && consentOn(history, channel)?.given === true;

const isSame = (one: Consent, other: Consent): boolean =>
  one.channel === other.channel &&
  one.given === other.given &&
  one.source === other.source &&
  epochOf(one.at) === epochOf(other.at);
