import type { Staff } from '../../../domain/decisions/authority.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Caller } from '../../runtime/request.ts';
import { signedIn } from '../recruiter/signed-in.ts';

/**
 * The admin whose token the authorizer verified.
 * @throws Refusal 401 without a token, 403 for anybody else
 */
export function admin(caller: Caller): Staff {
  const colleague = signedIn(caller);
  if (!colleague.groups.includes('admin')) throw new Refusal(403, { detail: 'this is for admins' });
  return colleague;
}
