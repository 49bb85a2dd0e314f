import type { CodeLife } from '../codes/code-life.ts';
import { lifeAt } from '../codes/code-life.ts';

/** What a shop, or the company, did with a code. Nobody does anything when its time is over. */
export type Move = 'reserved' | 'released' | 'redeemed' | 'rolledBack' | 'void';

/**
 * What happened to a code that was in one state at an instant and is in another now; undefined when it only goes on
 * as it was, for instance when a reservation is prolonged. A reservation given back is `released`; what is given
 * back after it was redeemed is `rolledBack`.
 */
export function moveOf(before: CodeLife, after: CodeLife, at: string): Move | undefined {
  const from = lifeAt(before, at).state;
  if (from === after.state || after.state === 'expired') return undefined;
  if (after.state !== 'issued') return after.state;
  return from === 'redeemed' ? 'rolledBack' : 'released';
}
