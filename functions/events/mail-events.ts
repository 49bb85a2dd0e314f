import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { variable } from '../../domain/environment.ts';
import { keyOfTag } from '../../domain/messages/ledger.ts';
import { noteOnMail } from '../../domain/messages/mail-report.ts';
import type { Undelivered } from '../adapters/calling.ts';
import { recordReport } from '../adapters/mail-reports.ts';
import { openTable } from '../adapters/store/table.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { count } from '../runtime/metrics.ts';
import { once } from '../runtime/once.ts';

const values = z.array(z.string()).min(1);

/** What SES reports of a mail, as the rules in infra/constructs/mail-feedback.ts pass it on: the tags hold ids only. */
const report = z.object({
  time: z.iso.datetime(),
  eventType: z.string(),
  bounceType: z.optional(z.string()),
  bounceSubType: z.optional(z.string()),
  tags: z.object({ application: z.optional(values), key: z.optional(values) }),
});

const names = [
  variable.table,
  variable.siteUrl,
  variable.mailFrom,
  variable.replyTo,
  variable.configurationSet,
] as const;

/** Notes what became of each mail. One that did not arrive asks for a call, a bounce or complaint stops mail to the address. */
export const handler = eventHandler({
  event: report,
  services: () => {
    const environment = readEnvironment(...names);
    const table = openTable(environment.TABLE_NAME);
    // What asks for a call is loaded for the few mails that do not arrive.
    const calling = once(async () => {
      const [{ haveToldByCall }, { openMailer }] = await Promise.all([
        import('../adapters/calling.ts'),
        import('../adapters/mailer.ts'),
      ]);
      const mailer = openMailer(environment.CONFIGURATION_SET);
      const { MAIL_FROM: from, MAIL_REPLY_TO: replyTo, SITE_URL: siteUrl } = environment;
      return (application: Application, untold: Undelivered) =>
        haveToldByCall({ table, mailer, from, replyTo, siteUrl }, application, untold);
    });
    return {
      table,
      tellOtherwise: async (application: Application, untold: Undelivered) =>
        (await calling())(application, untold),
    };
  },
  run: async (services, { time, eventType, tags, ...bounce }) => {
    const note = noteOnMail(eventType, bounce);
    const applicationId = tags.application?.[0];
    const tag = tags.key?.[0];
    if (!note || applicationId === undefined || tag === undefined) return { noted: false };
    const key = keyOfTag(tag);
    if (note.stops) await count('MailRefusedByAddress');
    return { noted: await recordReport(services, { applicationId, key, note, at: time }) };
  },
});
