/**
 * What a signed link lets its holder do. `candidate` and `person` were sent to an address, which proves whose it is:
 * one opens an application, the other all of them. `receipt` opens an application to whoever typed the form, with an
 * address that may be anybody's. `visitor` signs a link that opens nothing: it goes to somebody who may not be the
 * candidate, and looks like any other.
 */
export type LinkPurpose = 'candidate' | 'person' | 'receipt' | 'interviewer' | 'unsubscribe' | 'visitor';

/** Half a year: longer than any promise, with the law-given backstop of 45 days. */
const letterLinkDays = 180;

/** The token was not issued by us for this purpose, or somebody changed it. */
export class LinkInvalid extends Error {
  constructor() {
    super('the link is not valid');
    this.name = 'LinkInvalid';
  }
}

/** The token is genuine and too old. */
export class LinkExpired extends Error {
  constructor() {
    super('the link has expired');
    this.name = 'LinkExpired';
  }
}

/** The page of an application. The token stands behind `#`, which browsers send to no server and no log keeps. */
export function applicationUrl(siteUrl: string, token: string): string {
  return `${siteUrl}/application#${token}`;
}

/** The page where an interviewer gives feedback. */
export function feedbackUrl(siteUrl: string, token: string): string {
  return `${siteUrl}/feedback#${token}`;
}

/** What an interviewer's link names: one interview of one application, and who was there. */
export function interviewerLinkId(applicationId: string, interviewId: string, interviewer: string): string {
  return `${applicationId}.${interviewId}.${interviewer}`;
}

/** How long a link to everything of a person works: a week. */
const personLinkDays = 7;

/** When a link to everything of a person, issued at an instant, expires. */
export function personLinkExpiry(at: string): string {
  return new Date(Date.parse(at) + personLinkDays * 86_400_000).toISOString();
}

/**
 * When a link to an application, or to what an interviewer owes, expires. It is counted from the instant of the answer
 * or letter that carries it: a journey may take long, and an application is kept until long after it was closed.
 */
export function letterLinkExpiry(at: string): string {
  return new Date(Date.parse(at) + letterLinkDays * 86_400_000).toISOString();
}

/** Never, as far as a token can say: whoever keeps an old mail may unsubscribe by it as long as they are known. */
export const unsubscribeLinkExpiry = '9999-12-31T23:59:59.999Z';
