import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { keyOfTag } from '../../domain/messages/ledger.ts';
import { noteOnMail } from '../../domain/messages/mail-report.ts';
import { recordReport } from '../adapters/mail-reports.ts';
import { openTable } from '../adapters/store/table.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { count } from '../runtime/metrics.ts';

const values = z.array(z.string()).min(1);

/** What SES reports of a mail, as the rules in infra/constructs/mail-feedback.ts pass it on: the tags hold ids only. */
const report = z.object({
  time: z.iso.datetime(),
  eventType: z.string(),
  bounceType: z.optional(z.string()),
  bounceSubType: z.optional(z.string()),
  tags: z.object({ application: z.optional(values), key: z.optional(values) }),
});

/** Notes what became of each mail. One that did not arrive asks for a call, a bounce or complaint stops mail to the address. */
export const handler = eventHandler({
  event: report,
  services: () => ({ table: openTable(readEnvironment(variable.table)[variable.table]) }),
  run: async ({ table }, { time, eventType, tags, ...bounce }) => {
    const note = noteOnMail(eventType, bounce);
    const applicationId = tags.application?.[0];
    const tag = tags.key?.[0];
    if (!note || applicationId === undefined || tag === undefined) return { noted: false };
    const key = keyOfTag(tag);
    if (note.stops) await count('MailRefusedByAddress');
    return { noted: await recordReport(table, { applicationId, key, note, at: time }) };
  },
});
