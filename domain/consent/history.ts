import { epochOf } from '../calendar/instant.ts';
import type { Consent, ConsentChannel, Suppression } from './consent.ts';

/** How many entries are kept: more than anybody needs who means it, and far below what an item of the table holds. */
export const mostKept = 50;

/**
 * The history with one more entry. The very same entry, sent again after a lost reply, is not added twice. Nothing in
 * it ever changes; of somebody who goes back and forth the first word stays and the latest ones, and what lay between
 * goes, so that nobody can fill it up and keep a no from being written.
 */
export const appendConsent = (history: readonly Consent[], entry: Consent): readonly Consent[] => {
  if (history.some((known) => isSame(known, entry))) return history;
  const longer = [...history, entry];
  return longer.length > mostKept ? [...longer.slice(0, 1), ...longer.slice(1 - mostKept)] : longer;
};

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
