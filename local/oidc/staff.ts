import { createHash } from 'node:crypto';
import type { UserPool } from './user-pool.ts';

/** Somebody who may sign in on the laptop. */
export interface StaffAccount {
  readonly userName: string;
  readonly email: string;
  readonly name: string;
  /** Names of the pool's groups, the most powerful first. */
  readonly groups: readonly string[];
}

/** The account's `sub`: a UUID that is the same on every laptop. */
export function subjectOf({ userName }: StaffAccount): string {
  const hex = createHash('sha256').update(`staff ${userName}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Throws an `Error` naming the account for a group the template's pool does not have. */
export function checkAccounts(accounts: readonly StaffAccount[], pool: UserPool): void {
  for (const { userName, groups } of accounts) {
    const unknown = groups.filter((group) => !pool.groups.has(group));
    if (unknown.length > 0) {
      throw new Error(
        `Staff account ${userName} is in ${unknown.join(', ')}; the user pool has no such group`,
      );
    }
  }
}

/** Claims only Cognito has, in both tokens. A user without groups has no groups claim. */
const groupClaim = ({ groups }: StaffAccount): object =>
  groups.length > 0 ? { 'cognito:groups': groups } : {};

/** What a Cognito id token says of a user, besides the registered claims. */
export function idClaims(account: StaffAccount): Record<string, unknown> {
  return {
    sub: subjectOf(account),
    ...groupClaim(account),
    'cognito:username': account.userName,
    email: account.email,
    email_verified: true,
    name: account.name,
    token_use: 'id',
  };
}

/** What a Cognito access token says of a user, besides the registered claims. */
export function accessClaims(account: StaffAccount): Record<string, unknown> {
  return { sub: subjectOf(account), ...groupClaim(account), username: account.userName, token_use: 'access' };
}
