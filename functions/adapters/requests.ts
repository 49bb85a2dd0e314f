import { variable } from '../../domain/environment.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { erase } from './erasing.ts';
import { sendFreshLink } from './fresh-links.ts';
import { openLinks } from './links.ts';
import { openEraser } from './open-eraser.ts';
import { findErasure } from './store/erasures.ts';

/** Opens what candidates' longer requests are answered with, once per cold start. */
export function openRequests() {
  const eraser = openEraser();
  const environment = readEnvironment(variable.linkKey, variable.siteUrl);
  const { table, post } = eraser;
  const sender = {
    table,
    post,
    links: openLinks(environment[variable.linkKey]),
    siteUrl: environment[variable.siteUrl],
  };
  return {
    eraseBegun: async (applicationId: string): Promise<void> => {
      const erasure = await findErasure(table, applicationId);
      // A stream has no clock but that of the machine that wrote; the request's own instant is on the item.
      if (erasure) await erase(eraser, erasure, erasure.requestedAt);
    },
    sendLink: (personHash: string, requestId: string) => sendFreshLink(sender, personHash, requestId),
  };
}
