import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { Services } from './services.ts';
import { signedIn } from './signed-in.ts';

export async function listPeople({ table }: Services, { caller }: Exchange) {
  signedIn(caller);
  const { staff } = await readLiveSettings(table);
  return { people: staff.toSorted((one, other) => one.name.localeCompare(other.name)) };
}
