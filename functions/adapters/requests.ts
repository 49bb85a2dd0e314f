import { variable } from '../../domain/environment.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { erase } from './erasing.ts';
import { sendFreshLink } from './fresh-links.ts';
import { tellNewOwner } from './hand-over-mail.ts';
import { letterLinks } from './letter-links.ts';
import type { About } from './letter-links.ts';
import { openLinks } from './links.ts';
import { openEraser } from './open-eraser.ts';
import { findErasure } from './store/erasures.ts';

/** Opens what is done behind the stream for whoever asked, once per cold start. */
export function openRequests() {
  const eraser = openEraser();
  const environment = readEnvironment(variable.linkKey, variable.siteUrl);
  const { table, post } = eraser;
  const links = openLinks(environment[variable.linkKey]);
  const siteUrl = environment[variable.siteUrl];
  const sender = { table, post, links, siteUrl };
  const telling = { table, post, linksOf: (about: About) => letterLinks(links, siteUrl, about) };
  return {
    eraseBegun: async (applicationId: string): Promise<void> => {
      const erasure = await findErasure(table, applicationId);
      // A stream has no clock but that of the machine that wrote; the request's own instant is on the item.
      if (erasure) await erase(eraser, erasure, erasure.requestedAt);
    },
    sendLink: (personHash: string, requestId: string) => sendFreshLink(sender, personHash, requestId),
    tellOwner: (applicationId: string, handOverId: string) =>
      tellNewOwner(telling, applicationId, handOverId),
  };
}
