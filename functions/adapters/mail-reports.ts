import { suppressed } from '../../domain/people/suppressed.ts';
import { taskDue } from '../../domain/letters/dates.ts';
import type { MailNote } from '../../domain/messages/mail-report.ts';
import { findApplication } from './store/applications.ts';
import { eventWrite } from './store/events.ts';
import { readJob } from './store/jobs.ts';
import { findMessage, seenWrite } from './store/messages.ts';
import { changePerson, findPerson } from './store/people.ts';
import { settingsOf } from './store/revisions.ts';
import { commit, NotCommitted } from './store/table.ts';
import type { Table } from './store/table.ts';
import { raiseTask } from './store/tasks.ts';

interface Report {
  readonly applicationId: string;
  readonly key: string;
  readonly note: MailNote;
  readonly at: string;
}

/**
 * Notes what became of a mail, once however often it is reported; false when there is nothing to note.
 * When the candidate's address refuses mail, none is sent to it again and a person is asked to call.
 */
export async function recordReport(table: Table, { applicationId, key, note, at }: Report): Promise<boolean> {
  const entry = await findMessage(table, applicationId, key);
  if (!entry) return false;
  // Of an application that is being erased nothing is noted but whether a mail left: the last word waits for it.
  const application = await findApplication(table, applicationId);
  try {
    await commit(table, [
      seenWrite(table, entry, note.seen),
      ...(note.event && application
        ? [
            eventWrite(table, {
              applicationId,
              at,
              type: note.event,
              actor: 'mail',
              detail: { message: entry.message, to: entry.to, key },
            }),
          ]
        : []),
    ]);
  } catch (error) {
    // Refused by the condition: reported before, or something later is known already.
    if (!(error instanceof NotCommitted) || !error.refused(0)) throw error;
    if (note.stops === undefined) return false;
  }
  const { stops } = note;
  if (stops === undefined || entry.to !== 'candidate' || !application) return true;
  if (await findPerson(table, application.personHash)) {
    await changePerson(table, application.personHash, (person) => suppressed(person, stops, at));
  }
  const [settings, job] = await Promise.all([
    settingsOf(table, application),
    readJob(table, application.jobId),
  ]);
  await raiseTask(table, {
    applicationId,
    task: 'call-bounced',
    subject: '1',
    due: taskDue(settings, at),
    owner: job.recruiter,
    at,
  });
  return true;
}
