import { ulid } from 'ulid';
import { beginApplication } from '../../../domain/api/intake/begin.ts';
import type { Receipt } from '../../../domain/api/intake.ts';
import type { Submission } from '../../../domain/api/intake/submission.ts';
import { problemType } from '../../../domain/api/problem.ts';
import { applicationUrl, letterLinkExpiry } from '../../../domain/links/link.ts';
import { applied } from '../../../domain/people/person.ts';
import { issueLink } from '../../adapters/links.ts';
import { requestLinks } from '../../adapters/store/link-requests.ts';
import { submit } from '../../adapters/store/submissions.ts';
import type { Acceptance } from '../../adapters/store/submissions.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { admit } from './admission.ts';
import type { Admission } from './admission.ts';
import { prints } from './prints.ts';
import type { Services } from './services.ts';

/**
 * Takes an application, or answers as if it had: a stranger learns nothing about an address that is not
 * theirs, and a machine that filled in the hidden field learns nothing at all. The address is mailed that
 * this application was not taken, with a link to those that were: it may be its owner who sent this one.
 * @throws Refusal 404, 409 or 422
 */
export async function apply(
  services: Services,
  sent: Submission,
  idempotencyKey: string | undefined,
  at: string,
): Promise<Receipt> {
  const admission = await admit(services.table, sent, at);
  const { key, fingerprint, personHash, mailbox } = await prints(services.links, sent, idempotencyKey);
  const application = beginApplication(sent, {
    ...admission,
    applicationId: ulid(Date.parse(at)),
    personHash,
    at,
  });
  const { due } = application.promise;
  const taken: Acceptance | { kind: 'trapped' } = sent.website
    ? { kind: 'trapped' }
    : await submit(services.table, {
        application,
        due,
        person: (known) =>
          applied(known, {
            ...application,
            ...sent.candidate,
            consentTo: sent.consents?.offers ? admission.settings.consentWording.version : undefined,
            at,
          }),
        ref: sent.ref,
        key,
        isKeyChosen: idempotencyKey !== undefined,
        fingerprint,
        mailbox,
        perDay: admission.settings.limits.applicationsPerDay,
      });
  if (taken.kind === 'key-reused') {
    throw new Refusal(422, {
      type: problemType.keyReused,
      detail: 'another request was sent with this Idempotency-Key',
    });
  }
  if (taken.kind === 'known' || taken.kind === 'too-many')
    await requestLinks(services.table, personHash, { id: application.applicationId, why: 'not-taken', at });
  const told = 'record' in taken ? taken.record : { ...application, due };
  return receiptFor(services, admission, told, taken.kind === 'accepted');
}

/**
 * Whoever sent the application gets a link to it, which does not prove that the address is theirs; whoever may not have
 * sent it gets one that looks like any other and opens nothing.
 */
async function receiptFor(
  { links, siteUrl }: Services,
  { settings }: Admission,
  told: { applicationId: string; submittedAt: string; due: string },
  isSender: boolean,
): Promise<Receipt> {
  const { applicationId, submittedAt, due } = told;
  const purpose = isSender ? 'receipt' : 'visitor';
  const token = await issueLink(links, purpose, applicationId, letterLinkExpiry(submittedAt));
  const perDay = settings.limits.applicationsPerDay;
  return {
    applicationId,
    statusUrl: applicationUrl(siteUrl, token),
    promise: { kind: 'acknowledgement', due },
    note: `At most ${perDay === 3 ? 'three' : perDay} applications per address and day are taken.`,
  };
}
