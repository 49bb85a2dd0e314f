import type { Application } from '../../domain/application/application.ts';
import { isPlanned } from '../../domain/interviews/standing.ts';
import { personFrameOf } from '../../domain/letters/frames.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { parseMessage } from '../../domain/messages/messages.ts';
import { deliver } from './delivery.ts';
import { inviteTo } from './invites.ts';
import { letterOf } from './letters.ts';
import type { Mailer } from './mailer.ts';
import { listInterviews } from './store/interviews.ts';
import { readJob } from './store/jobs.ts';
import { findPerson } from './store/people.ts';
import { applicationsOf } from './store/person-erasure.ts';
import { settingsOf } from './store/revisions.ts';
import type { Table } from './store/table.ts';

/** What sends mail of no workflow. */
export interface Post {
  readonly mailer: Mailer;
  readonly from: string;
  readonly replyTo: string;
}

const name = 'erasure-confirmed';
const key = `${name}.candidate.1`;

/**
 * Tells the candidate, once, that their data is erased: through the ledger, so that a run which breaks off and begins
 * anew does not tell it twice. An address that bounced is not written to.
 * @throws MailThrottled, MailRefused, MailUnconfirmed, Contended
 */
export async function confirmErasure(
  { mailer, from, replyTo }: Post,
  table: Table,
  application: Application,
  at: string,
): Promise<void> {
  const { applicationId, personHash, candidate, locale } = application;
  const person = await findPerson(table, personHash);
  if (person?.suppression) return;
  await deliver.once(
    { table, mailer },
    { applicationId, key, message: name, to: 'candidate', at },
    async () => {
      const [settings, job, others, interviews] = await Promise.all([
        settingsOf(table, application),
        readJob(table, application.jobId),
        applicationsOf(table, personHash),
        listInterviews(table, applicationId),
      ]);
      // A withdrawal has taken it out of the calendar before.
      const interview =
        application.outcome === 'withdrawn' ? undefined : interviews.find((one) => isPlanned(one, at));
      const message = parseMessage(name, {
        ...personFrameOf(candidate.name, locale, settings, job),
        ...(others.length > 0 && { othersStay: true }),
        ...(interview && { interviewPlanned: true }),
      });
      const { letter, phrases } = await letterOf(table, message, application);
      return {
        from,
        to: candidate.email,
        replyTo,
        letter,
        tags: { application: applicationId, message: name, key: tagOfKey(key) },
        invite: await inviteTo(message, { application, interview, settings, job, at }, phrases),
      };
    },
  );
}
