import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

export async function listRecorded(
  { table }: Services,
  { caller, query }: Exchange & { readonly query: { readonly last: number } },
) {
  admin(caller);
  // Asked for seldom, and reads what no other route here reads: not loaded until then.
  const [{ recordJourney }, { listClosed }] = await Promise.all([
    import('../../../domain/journeys/record.ts'),
    import('../../adapters/store/recorded.ts'),
  ]);
  return { journeys: (await listClosed(table, query.last)).map(recordJourney) };
}
