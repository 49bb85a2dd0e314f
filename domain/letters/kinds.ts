import type * as z from 'zod';
import { owed } from '../messages/kinds.ts';
import { need } from './facts.ts';
import type { Facts } from './facts.ts';

/** What is owed, as messages about a decision name it; before the review begins it is the decision itself. */
export function owedKind({ gate, application }: Facts): z.output<typeof owed> {
  const kind = owed.safeParse(gate?.kind ?? application.promise?.kind).data;
  return application.promise?.kind === 'acknowledgement' || application.promise?.kind === 'attention'
    ? (kind ?? 'shortlist')
    : need(kind, 'a kind of promise');
}
