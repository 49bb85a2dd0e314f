import type { Application } from '../../domain/application/application.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import {
  applicationUrl,
  candidateLinkExpiry,
  feedbackUrl,
  interviewerLinkId,
} from '../../domain/links/link.ts';
import { pageUrl } from '../../domain/links/pages.ts';
import { issueLink } from './links.ts';
import type { Links } from './links.ts';

interface About {
  readonly links: Links;
  readonly siteUrl: string;
  readonly application: Application;
  readonly gate: Gate | undefined;
}

/** The addresses a letter may carry, signed where they let the reader act. */
export async function letterLinks({ links, siteUrl, application, gate }: About): Promise<Facts['links']> {
  const { applicationId, submittedAt, personHash } = application;
  const expires = candidateLinkExpiry(submittedAt);
  const [candidate, unsubscribe] = await Promise.all([
    issueLink(links, 'candidate', applicationId, expires),
    issueLink(links, 'unsubscribe', personHash, expires),
  ]);
  return {
    status: applicationUrl(siteUrl, candidate),
    survey: pageUrl.survey(siteUrl, candidate),
    unsubscribe: pageUrl.unsubscribe(siteUrl, unsubscribe),
    action: await actionUrl({ links, siteUrl, application, gate }, expires),
  };
}

/** An interviewer has no account, so the link is the key; everyone else signs in on the page it opens. */
async function actionUrl({ links, siteUrl, application, gate }: About, expires: string): Promise<string> {
  const { applicationId } = application;
  if (!gate) return pageUrl.application(siteUrl, applicationId);
  const [interviewId, interviewer] = gate.subject.split('.');
  if (gate.kind !== 'feedback' || interviewId === undefined || interviewer === undefined) {
    return pageUrl.decision(siteUrl, applicationId, gate.gateId);
  }
  const id = interviewerLinkId(applicationId, interviewId, interviewer);
  return feedbackUrl(siteUrl, await issueLink(links, 'interviewer', id, expires));
}
