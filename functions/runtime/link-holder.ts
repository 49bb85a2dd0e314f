import { problemType } from '../../domain/api/problem.ts';
import { LinkExpired, LinkInvalid } from '../../domain/links/link.ts';
import type { LinkPurpose } from '../../domain/links/link.ts';
import { verifyLink } from '../adapters/links.ts';
import type { Links } from '../adapters/links.ts';
import { Refusal } from './refusal.ts';

/**
 * The id that a link's token was issued for. A missing, foreign or forged token are one and the same answer.
 * @throws Refusal 401, of its own type when the link was genuine and has expired
 */
export async function linkHolder(
  links: Links,
  purpose: LinkPurpose,
  token: string | undefined,
  at: string,
): Promise<string> {
  try {
    if (token === undefined) throw new LinkInvalid();
    return await verifyLink(links, purpose, token, at);
  } catch (error) {
    if (error instanceof LinkExpired) {
      throw new Refusal(401, { type: problemType.linkExpired, detail: 'the link has expired' });
    }
    if (error instanceof LinkInvalid) throw new Refusal(401, { detail: 'a valid link is needed' });
    throw error;
  }
}
