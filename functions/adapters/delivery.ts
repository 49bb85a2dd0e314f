import type { HeldBack } from '../../domain/letters/may-send.ts';
import { categoryOf } from '../../domain/messages/messages.ts';
import { nextMove } from '../../domain/messages/ledger.ts';
import type { LedgerEntry } from '../../domain/messages/ledger.ts';
import type { StepOutput } from '../../domain/steps/contracts.ts';
import { MailRefused, MailThrottled, MailUnconfirmed } from '../../domain/steps/errors.ts';
import { sendMail } from './mailer.ts';
import type { Mail, Mailer } from './mailer.ts';
import { advance, intend, recordHeldBack, recordSent } from './store/messages.ts';
import type { Intended } from './store/messages.ts';
import type { Table } from './store/table.ts';

type Answer = StepOutput<'send-message'>;

/**
 * Sends a message through the ledger: intent, sending, sent. However often it is called, and from wherever
 * it broke off, the message goes out at most once, save one resend of a try of which no trace appeared;
 * marketing is never tried twice.
 * @throws Contended when another caller is sending it; MailThrottled, MailRefused, MailUnconfirmed
 */
async function once(
  { table, mailer }: { table: Table; mailer: Mailer },
  asked: Intended,
  write: () => Promise<Mail>,
): Promise<Answer> {
  const entry = await intend(table, asked);
  const mayResend = categoryOf(asked.message) !== 'marketing';
  switch (nextMove(entry, mayResend)) {
    case 'done':
      return { status: entry.status === 'held-back' ? 'suppressed' : 'already-sent' };
    case 'wait':
      await advance(table, entry, { waits: entry.waits + 1 });
      throw new MailUnconfirmed();
    case 'give-up':
      throw new MailRefused('whether it was sent is not known, and it must not be sent twice');
    case 'send': {
      const mail = await write();
      const { subject, html, text } = mail.letter;
      const sending = await advance(table, entry, {
        status: 'sending',
        attempts: entry.attempts + 1,
        waits: 0,
        sendingAt: asked.at,
        letter: { subject, html, text },
        ...(mail.promises !== undefined && { promises: mail.promises }),
      });
      const sesMessageId = await hand(table, mailer, sending, mail);
      await recordSent(table, sending, { sesMessageId, at: asked.at });
      return { status: 'sent' };
    }
  }
}

/** Hands the mail over; what the service certainly did not take goes back to being an intent. */
async function hand(table: Table, mailer: Mailer, sending: LedgerEntry, mail: Mail): Promise<string> {
  try {
    return await sendMail(mailer, mail);
  } catch (error) {
    if (error instanceof MailThrottled || error instanceof MailRefused) {
      await advance(table, sending, { status: 'intent', attempts: sending.attempts - 1 });
    }
    throw error;
  }
}

/**
 * Writes down that a message is held back, once; the step goes on as if it were done. What an address that takes no mail
 * keeps from the candidate is told otherwise.
 * @throws Contended, and what telling otherwise throws
 */
async function holdBack(
  table: Table,
  asked: Intended,
  why: HeldBack,
  tellOtherwise?: () => Promise<void>,
): Promise<Answer> {
  const entry = await intend(table, asked);
  if (why === 'suppressed' && entry.status !== 'sent') await tellOtherwise?.();
  if (entry.status === 'intent') await recordHeldBack(table, entry, why, asked.at);
  return { status: why === 'withdrawn' ? 'skipped' : 'suppressed' };
}

export const deliver = { once, holdBack };
