import * as z from 'zod';
import { MailRefused } from '../../domain/steps/errors.ts';
import { listUnthanked, markThanked } from '../adapters/store/referrals.ts';
import { thank } from '../adapters/thanks.ts';
import type { Thanking } from '../adapters/thanks.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { mailServices } from '../runtime/mail-services.ts';

/** How many are thanked in one run; the rest has its turn with the next. */
const batch = 200;

/**
 * Thanks those who wait for it, the longest waiting first, and says how many could not be thanked now: they stay in
 * the queue, and keep nobody else waiting. Whom the mail service will never take leaves it: trying again is in vain.
 */
export async function thankAll(thanking: Thanking, at: string): Promise<{ thanked: number; failed: number }> {
  const { table } = thanking;
  let failed = 0;
  const waiting = await listUnthanked(table, at, batch);
  for (const credit of waiting) {
    try {
      await thank(thanking, credit, at);
      await markThanked(table, credit);
    } catch (error) {
      failed += 1;
      logger.error('not thanked', { applicationId: credit.applicationId, ...traceOf(error) });
      if (error instanceof MailRefused) await markThanked(table, credit);
    }
  }
  return { thanked: waiting.length - failed, failed };
}

/**
 * Thanks those who recommended somebody. Once a day, so that the hour of the thanks tells nobody who applied. The run
 * fails, and is heard of, after everybody else had their thanks.
 */
export const handler = eventHandler({
  event: z.object({ time: z.iso.datetime() }),
  services: mailServices,
  run: async ({ table, mailer, linksOf, environment }, { time }) => {
    const from = environment.MARKETING_FROM;
    const replyTo = environment.MAIL_REPLY_TO;
    const thanking = { table, mailer, linksOf, from, replyTo };
    const { thanked, failed } = await thankAll(thanking, new Date(time).toISOString());
    if (failed > 0) throw new Error(`${failed} could not be thanked, ${thanked} were`);
    return { thanked };
  },
});
