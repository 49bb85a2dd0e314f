import { ulid } from 'ulid';
import { referenceOf } from '../../../domain/ids.ts';
import { letterLinkExpiry } from '../../../domain/links/link.ts';
import { hashAddress, issueLink } from '../../adapters/links.ts';
import { beginErasure } from '../../adapters/store/erasures.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import { requestLinks } from '../../adapters/store/link-requests.ts';
import { applicationsOf } from '../../adapters/store/person-erasure.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Services } from '../link-services.ts';

/** Takes a request for a fresh link: whether anybody is known by the address shows behind the stream, not here. */
export async function requestFreshLink({ table, links }: Services, email: string, at: string): Promise<void> {
  const personHash = await hashAddress(links, email);
  await requestLinks(table, personHash, { id: ulid(Date.parse(at)), why: 'asked', at });
}

/** All applications of a person, latest first, each with the key of its page. */
export async function listApplications({ table, links }: Services, personHash: string, at: string) {
  const [{ company }, applications] = await Promise.all([
    readLiveSettings(table),
    applicationsOf(table, personHash),
  ]);
  const listed = applications.map(async ({ applicationId, jobId, submittedAt, stage, outcome }) => {
    const { title, locale } = await readJob(table, jobId);
    return {
      reference: referenceOf(applicationId),
      jobTitle: title,
      jobLocale: locale,
      submittedAt,
      stage,
      outcome: outcome ?? null,
      token: await issueLink(links, 'candidate', applicationId, letterLinkExpiry(at)),
    };
  });
  return { company, applications: (await Promise.all(listed)).toReversed() };
}

/**
 * Begins to erase everything of a person. One confirmation is sent, for the latest application; broken off, the same
 * request goes on where it stopped.
 */
export async function eraseEverything({ table }: Services, personHash: string, at: string): Promise<void> {
  const applications = await applicationsOf(table, personHash);
  for (const { applicationId } of applications) {
    const confirms = applicationId === applications.at(-1)?.applicationId;
    await beginErasure(table, applicationId, { reason: 'asked', confirms, at });
  }
}
