import { listReleases, readLiveRelease } from '../../adapters/store/releases.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

export async function listAllReleases({ table }: Services, { caller }: Exchange) {
  admin(caller);
  const [live, releases] = await Promise.all([readLiveRelease(table), listReleases(table)]);
  return { live, releases };
}
