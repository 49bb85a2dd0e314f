import type { Application } from '../../domain/application/application.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import {
  applicationUrl,
  feedbackUrl,
  interviewerLinkId,
  letterLinkExpiry,
  unsubscribeLinkExpiry,
} from '../../domain/links/link.ts';
import { pageUrl } from '../../domain/links/pages.ts';
import { issueLink } from './links.ts';
import type { Links } from './links.ts';

/** Whose letter it is, and what its reader is to do. */
export interface About {
  readonly application: Application;
  readonly gate: Gate | undefined;
  /** What the reader is to do: decide at the gate, give feedback by their own link, or look at the application. */
  readonly asked: 'decide' | 'give-feedback' | 'look';
  /** The letter's instant. */
  readonly at: string;
}

/** The addresses a letter may carry, signed where they let the reader act. */
export async function letterLinks(links: Links, siteUrl: string, about: About): Promise<Facts['links']> {
  const { applicationId, personHash } = about.application;
  const expires = letterLinkExpiry(about.at);
  const [candidate, unsubscribe, action] = await Promise.all([
    issueLink(links, 'candidate', applicationId, expires),
    issueLink(links, 'unsubscribe', personHash, unsubscribeLinkExpiry),
    actionUrl(links, siteUrl, about, expires),
  ]);
  return {
    status: applicationUrl(siteUrl, candidate),
    survey: pageUrl.survey(siteUrl, candidate),
    unsubscribe: pageUrl.unsubscribe(siteUrl, unsubscribe),
    action,
  };
}

/**
 * An interviewer has no account, so the link is the key, and it goes to that interviewer alone; everyone
 * else signs in on the page it opens.
 */
async function actionUrl(
  links: Links,
  siteUrl: string,
  { application: { applicationId }, gate, asked }: About,
  expires: string,
): Promise<string> {
  if (!gate || asked === 'look') return pageUrl.application(siteUrl, applicationId);
  if (asked === 'decide') return pageUrl.decision(siteUrl, applicationId, gate.gateId);
  const [interviewId = ''] = gate.subject.split('.');
  const id = interviewerLinkId(applicationId, interviewId, gate.owner);
  return feedbackUrl(siteUrl, await issueLink(links, 'interviewer', id, expires));
}
