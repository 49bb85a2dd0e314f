import { recordJourney } from '../../../domain/journeys/recorded.ts';
import { listClosed } from '../../adapters/store/recorded.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

export async function listRecorded(
  { table }: Services,
  { caller, query }: Exchange & { readonly query: { readonly last: number } },
) {
  admin(caller);
  return { journeys: (await listClosed(table, query.last)).map(recordJourney) };
}
