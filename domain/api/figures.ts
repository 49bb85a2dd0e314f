import * as z from 'zod';
import { publishedRecord } from '../record/published.ts';
import { summary } from '../record/summary.ts';
import { endpoint } from './endpoint.ts';

const day = z.iso.date();
const longest = 400;

/** Days of the company's zone; without them the last twelve weeks. */
const period = z
  .strictObject({ from: z.optional(day), to: z.optional(day) })
  .superRefine(({ from, to }, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((from === undefined) !== (to === undefined))
      issue(from === undefined ? 'from' : 'to', 'give both days or none');
    if (from === undefined || to === undefined) return;
    if (to < from) issue('to', `lies before from, ${from}`);
    // A day that is none makes this NaN, and has its own issue already.
    if ((Date.parse(to) - Date.parse(from)) / 86_400_000 >= longest)
      issue('from', `lies more than ${longest} days before to`);
  });

const bounds = { from: day, to: day };

/** Figures about how candidates are served. */
export const figuresApi = {
  readRecord: endpoint({
    id: 'readServiceRecord',
    method: 'GET',
    path: '/api/staff/record',
    summary: 'The service record of some days, week by week',
    access: 'staff',
    request: { query: period },
    reply: {
      status: 200,
      body: z.strictObject({
        ...bounds,
        zone: z.string(),
        total: summary,
        weeks: z.array(z.strictObject({ ...bounds, ...summary.shape })),
      }),
    },
    problems: [401, 403],
  }),
  readRecordTable: endpoint({
    id: 'readServiceRecordAsCsv',
    method: 'GET',
    path: '/api/staff/record.csv',
    summary: 'The service record as a table, day by day (RFC 4180)',
    access: 'staff',
    request: { query: period },
    reply: { status: 200, body: z.string(), type: 'text/csv' },
    problems: [401, 403],
  }),
  readPublishedRecord: endpoint({
    id: 'readPublishedRecord',
    method: 'GET',
    path: '/api/record',
    summary: 'How candidates were served in the last 90 days; what fewer than five stand behind is null',
    access: 'public',
    request: {},
    reply: {
      status: 200,
      body: z.strictObject({ ...bounds, ...publishedRecord.shape }),
      cacheSeconds: 3_600,
    },
  }),
} as const;
