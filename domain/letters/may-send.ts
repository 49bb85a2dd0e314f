import type { Application } from '../application/application.ts';
import { mayMarket } from '../consent/history.ts';
import { audienceOf, categoryOf } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';

/** Why a message is held back for good. */
export type HeldBack = 'withdrawn' | 'suppressed' | 'no-consent' | 'erased';

/**
 * Whether a message may go out now, or why it never will. After a withdrawal a candidate hears one thing
 * only, that it was done; to an address that bounced nothing is sent; marketing needs a consent that holds.
 */
export function heldBack(
  name: MessageName,
  application: Pick<Application, 'outcome'>,
  person: Pick<Person, 'consents' | 'suppression'> | undefined,
): HeldBack | undefined {
  if (audienceOf(name) === 'staff') return undefined;
  if (!person) return 'erased';
  if (application.outcome === 'withdrawn' && name !== 'withdrawal-confirmed') return 'withdrawn';
  if (person.suppression) return 'suppressed';
  if (categoryOf(name) === 'marketing' && !mayMarket(person.consents, person.suppression))
    return 'no-consent';
  return undefined;
}

/**
 * Whether a delay is news to the candidate: one that no gate speaks of is told only when a machine could not
 * go on and HR's task is due later than what was promised.
 */
export function isNews(
  name: MessageName,
  { promise }: Pick<Application, 'promise'>,
  gateId?: string,
): boolean {
  return name !== 'decision-delayed' || gateId !== undefined || promise?.kind === 'attention';
}
