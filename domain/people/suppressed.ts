import type { Suppression } from '../consent/consent.ts';
import type { Person } from './person.ts';

/** The person to whom no more mail may go, since when and why; the first reason stands. */
export function suppressed(known: Person, reason: Suppression['reason'], at: string): Person {
  if (known.suppression) return known;
  return { ...known, version: known.version + 1, suppression: { reason, at }, updatedAt: at };
}
