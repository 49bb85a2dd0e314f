import { problemType } from '../../../domain/api/problem.ts';
import { categoryOf } from '../../../domain/messages/messages.ts';
import type { LedgerEntry } from '../../../domain/messages/ledger.ts';
import type { Links } from '../../adapters/links.ts';
import { linkHolder } from '../../runtime/link-holder.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Exchange } from '../../runtime/request.ts';

/** Who holds a link to an application. */
export interface Holder {
  readonly applicationId: string;
  /** Whether the link was sent to the address of the application. Whoever typed the form got theirs in the answer. */
  readonly isAddressee: boolean;
}

/**
 * The application whose link the caller holds, be it from a mail or from the answer to the form.
 * @throws Refusal 401
 */
export async function holderOf(links: Links, { caller, at }: Exchange): Promise<Holder> {
  try {
    return { applicationId: await linkHolder(links, 'candidate', caller.bearer, at), isAddressee: true };
  } catch (error) {
    if (!(error instanceof Refusal) || error.grounds.type === problemType.linkExpired) throw error;
    return { applicationId: await linkHolder(links, 'receipt', caller.bearer, at), isAddressee: false };
  }
}

/**
 * The application, for what belongs to the person across applications. Whoever typed somebody else's address must not
 * come by it, nor learn by a refusal whether anybody is known by the address: so it is refused them always.
 * @throws Refusal 401, and 403 without a link that was sent to the address
 */
export async function addresseeOf(links: Links, exchange: Exchange): Promise<string> {
  const { applicationId, isAddressee } = await holderOf(links, exchange);
  if (isAddressee) return applicationId;
  throw new Refusal(403, {
    type: problemType.addressNotProved,
    detail: 'this needs a link that was sent to the address: it is in our mails',
  });
}

/** Which letters a holder may read: marketing carries what is the person's, a code as good as money among it. */
export const mayRead =
  ({ isAddressee }: Holder) =>
  ({ message }: LedgerEntry): boolean =>
    isAddressee || categoryOf(message) !== 'marketing';
