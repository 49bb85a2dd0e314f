import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import type { Key } from '../adapters/store/keys.ts';
import { countEvents } from '../adapters/store/record.ts';
import { readLiveSettings } from '../adapters/store/revisions.ts';
import { openTable } from '../adapters/store/table.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';

const text = <Of extends z.ZodType<string>>(of: Of) => z.object({ S: of });

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    Keys: z.object({ pk: text(z.string().startsWith('APP#')), sk: text(z.string().startsWith('EVENT#')) }),
  }),
});

/**
 * Counts what happened into the service record. Either the whole batch is counted or none of it; the stream then
 * brings it again, in halves, until the one that cannot be counted is alone.
 */
export const handler = eventHandler({
  event: z.object({ Records: z.array(record) }),
  services: () => ({ table: openTable(readEnvironment(variable.table)[variable.table]) }),
  run: async ({ table }, { Records }) => {
    const { calendar } = await readLiveSettings(table);
    const events = Records.map(({ dynamodb: { Keys } }): Key => ({ pk: Keys.pk.S, sk: Keys.sk.S }));
    return { counted: await countEvents(table, calendar.zone, events) };
  },
});
