import * as z from 'zod';
import { firstRun } from '../../../domain/application/run.ts';

/** Key of an item whose writing starts a run: an application, a question, or a further run of one of them. */
export const startKey = z.object({
  pk: z.string().startsWith('APP#'),
  sk: z.string().regex(/^(?:APP|RUN#\d+|QUESTION#\w+|RUN#\w+#\d+)$/),
});

/** A run of an application's journey, or of what sees to a question. */
export interface Start {
  readonly applicationId: string;
  readonly questionId?: string;
  readonly run: number;
}

/** Which run the item with this key starts. */
export function startOf({ pk, sk }: z.output<typeof startKey>): Start {
  const applicationId = pk.slice('APP#'.length);
  const [kind, ...rest] = sk.split('#');
  const again = kind === 'RUN' ? Number(rest.pop()) : undefined;
  const [questionId] = rest;
  return { applicationId, run: again ?? firstRun, ...(questionId !== undefined && { questionId }) };
}
