import type { Suppression } from '../consent/consent.ts';
import { categoryOf } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import { unsubscribed } from './person.ts';
import type { Person } from './person.ts';

/**
 * The person to whom no more mail may go, since when and why; the first reason stands. A complaint also takes back
 * their consent to offers: it is a no, and outlives the address.
 */
export function suppressed(known: Person, reason: Suppression['reason'], at: string): Person {
  const asked = reason === 'complained' ? unsubscribed(known, at, 'complaint') : known;
  if (known.suppression) return asked;
  return { ...asked, version: known.version + 1, suppression: { reason, at }, updatedAt: at };
}

/** The person after a message to them bounced for good or was complained of. Who complains of an offer wants no more of those. */
export const refusing = (
  known: Person,
  { message, stops, at }: { message: MessageName; stops: 'bounced' | 'complained'; at: string },
): Person =>
  stops === 'complained' && categoryOf(message) === 'marketing'
    ? unsubscribed(known, at, 'complaint')
    : suppressed(known, stops, at);
