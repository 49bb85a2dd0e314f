import type { Facts } from '../../domain/letters/facts.ts';
import { applicationUrl } from '../../domain/links/link.ts';
import { pageUrl } from '../../domain/links/pages.ts';

const blotted = '…';

/** Addresses as they look in a letter whose keys are blotted out: those where a colleague signs in are whole. */
export function linksWithoutKeys(siteUrl: string, applicationId: string): Facts['links'] {
  return {
    status: applicationUrl(siteUrl, blotted),
    survey: pageUrl.survey(siteUrl, blotted),
    unsubscribe: pageUrl.unsubscribe(siteUrl, blotted),
    action: pageUrl.application(siteUrl, applicationId),
  };
}
