import { listAdminEvents } from '../../adapters/store/admin-events.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

export async function readAudit(
  { table }: Services,
  { caller, query }: Exchange & { readonly query: { readonly before?: string | undefined } },
) {
  admin(caller);
  return listAdminEvents(table, query.before);
}
