import type { Application } from '../../domain/application/application.ts';
import { need } from '../../domain/letters/facts.ts';
import { mustBeTold } from '../../domain/letters/may-send.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import type { LedgerEntry } from '../../domain/messages/ledger.ts';
import { MailRefused } from '../../domain/steps/errors.ts';
import { taskIdOf } from '../../domain/tasks/task.ts';
import { deliver } from './delivery.ts';
import type { Post } from './erasure-mail.ts';
import { gatherFacts } from './letter-facts.ts';
import { writeLetter } from './letters.ts';
import { linksWithoutKeys } from './links-without-keys.ts';
import { askToCall } from './store/calls.ts';
import type { Table } from './store/table.ts';
import { findTask } from './store/tasks.ts';

export interface Calling extends Post {
  readonly table: Table;
  readonly siteUrl: string;
}

/** A message that did not reach its candidate, by its ledger key. */
export type Undelivered = Pick<LedgerEntry, 'message' | 'key'> & { readonly at: string };

/**
 * Has the recruiter tell a candidate in a call what a message could not, if it must be told: a task on the worklist, and
 * one mail that says so, however often this is asked for.
 * @throws Contended, MailThrottled, MailUnconfirmed
 */
export async function haveToldByCall(
  calling: Calling,
  application: Application,
  { message, key, at }: Undelivered,
): Promise<void> {
  if (!mustBeTold(message, application)) return;
  const { table } = calling;
  await askToCall(table, application, { key, at });
  const task = await findTask(table, application.applicationId, taskIdOf('call-bounced', key));
  // One that is done, or part of a newer call, needs no mail any more.
  if (task?.status === 'open') await tellRecruiter(calling, application, task.taskId, at);
}

const name = 'task-raised';
const to = 'owner';

async function tellRecruiter(
  { table, mailer, from, replyTo, siteUrl }: Calling,
  application: Application,
  taskId: string,
  at: string,
): Promise<void> {
  const { applicationId } = application;
  const key = `${name}.${to}.${taskId}`;
  const links = linksWithoutKeys(siteUrl, applicationId);
  try {
    await deliver.once({ table, mailer }, { applicationId, key, message: name, to, at }, async () => {
      const facts = await gatherFacts({ table, linksOf: () => Promise.resolve(links) }, application, {
        applicationId,
        message: name,
        to,
        occurrence: taskId,
        taskId,
        at,
      });
      const { letter } = await writeLetter(table, name, facts);
      return {
        from,
        to: need(facts.colleague, 'a colleague to write to').email,
        replyTo,
        letter,
        tags: { application: applicationId, message: name, key: tagOfKey(key) },
      };
    });
  } catch (error) {
    // A colleague whose address takes no mail has the task all the same, and the candidate's journey goes on.
    if (!(error instanceof MailRefused)) throw error;
  }
}
