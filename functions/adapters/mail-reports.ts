import type { Application } from '../../domain/application/application.ts';
import type { MailNote } from '../../domain/messages/mail-report.ts';
import { refusing } from '../../domain/people/suppressed.ts';
import type { Undelivered } from './calling.ts';
import { findApplication } from './store/applications.ts';
import { eventWrite } from './store/events.ts';
import { findMessage, seenWrite } from './store/messages.ts';
import { changePerson, findPerson } from './store/people.ts';
import { commit, NotCommitted } from './store/table.ts';
import type { Table } from './store/table.ts';

interface Report {
  readonly applicationId: string;
  readonly key: string;
  readonly note: MailNote;
  readonly at: string;
}

interface Noting {
  readonly table: Table;
  /** Has somebody tell the candidate what a message did not. */
  readonly tellOtherwise: (application: Application, untold: Undelivered) => Promise<void>;
}

/**
 * Notes what became of a mail, once however often it is reported; false when there is nothing to note.
 * When the candidate's address refuses mail, none is sent to it again; what they have not heard, a person is asked to
 * call them about.
 */
export async function recordReport(
  { table, tellOtherwise }: Noting,
  { applicationId, key, note, at }: Report,
): Promise<boolean> {
  const entry = await findMessage(table, applicationId, key);
  if (!entry || (note.unless !== undefined && entry.seen === note.unless)) return false;
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
    if (!note.calls) return false;
  }
  const { stops } = note;
  const { message } = entry;
  if (!note.calls || entry.to !== 'candidate' || !application) return true;
  if (stops !== undefined && (await findPerson(table, application.personHash))) {
    await changePerson(table, application.personHash, (person) => refusing(person, { message, stops, at }));
  }
  await tellOtherwise(application, { message, key, at });
  return true;
}
