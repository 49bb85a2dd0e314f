import { personFrameOf } from '../../domain/letters/frames.ts';
import { personLinkExpiry } from '../../domain/links/link.ts';
import { pageUrl } from '../../domain/links/pages.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { parseMessage } from '../../domain/messages/messages.ts';
import { deliver } from './delivery.ts';
import type { Post } from './erasure-mail.ts';
import { letterOf } from './letters.ts';
import { issueLink } from './links.ts';
import type { Links } from './links.ts';
import { readJob } from './store/jobs.ts';
import { findLinkRequest } from './store/link-requests.ts';
import { findPerson } from './store/people.ts';
import { applicationsOf } from './store/person-erasure.ts';
import { readLiveSettings } from './store/revisions.ts';
import type { Table } from './store/table.ts';

export interface LinkSender {
  readonly table: Table;
  readonly links: Links;
  readonly siteUrl: string;
  readonly post: Post;
}

const name = 'fresh-link';

/**
 * Sends a person the link to all their applications, to the address we know, once for each request. Nobody is written
 * to whom we do not know, who has no application left, or whose address refuses mail. The ledger of the latest
 * application keeps it.
 * @throws MailThrottled, MailRefused, MailUnconfirmed, Contended
 */
export async function sendFreshLink(
  { table, links, siteUrl, post }: LinkSender,
  personHash: string,
  requestId: string,
): Promise<'sent' | 'nobody'> {
  const [request, person, applications] = await Promise.all([
    findLinkRequest(table, personHash, requestId),
    findPerson(table, personHash),
    applicationsOf(table, personHash),
  ]);
  const latest = applications.at(-1);
  if (!request || !person || !latest || person.suppression) return 'nobody';
  const { applicationId, zone } = latest;
  const at = request.requestedAt;
  const key = `${name}.candidate.${requestId}`;
  const entry = { applicationId, key, message: name, to: 'candidate', at } as const;
  await deliver.once({ table, mailer: post.mailer }, entry, async () => {
    const validUntil = personLinkExpiry(at);
    const [settings, job, token] = await Promise.all([
      readLiveSettings(table),
      readJob(table, latest.jobId),
      issueLink(links, 'person', personHash, validUntil),
    ]);
    const message = parseMessage(name, {
      ...personFrameOf(person.name, person.locale, settings, job),
      linkUrl: pageUrl.applications(siteUrl, token),
      validUntil,
      ...(request.why === 'not-taken' && { notTaken: true }),
    });
    const { letter } = await letterOf(table, message, { locale: person.locale, zone });
    return {
      from: post.from,
      to: person.email,
      replyTo: post.replyTo,
      letter,
      tags: { application: applicationId, message: name, key: tagOfKey(key) },
    };
  });
  return 'sent';
}
