import * as z from 'zod';
import { slug, instant } from '../ids.ts';
import { discount, money } from '../messages/values.ts';
import { namedInterest } from '../offers/interest.ts';
import { campaignStatus, codeCounts } from '../offers/standing.ts';
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

/** A campaign: its terms as the settings have them now, and what became of its codes. */
const campaignView = z.strictObject({
  id: slug,
  title: z.nullable(z.string()),
  value: z.nullable(discount),
  interests: z.array(namedInterest),
  isDefault: z.boolean(),
  budget: z.nullable(z.int()),
  startsOn: z.nullable(day),
  endsOn: z.nullable(day),
  status: campaignStatus,
  counts: codeCounts,
});
export type CampaignView = z.output<typeof campaignView>;

/** A code as staff may see it: what it was for and what became of it, never whose it is nor what to type. */
const codeView = z.strictObject({
  code: z.string(),
  state: z.enum(['issued', 'reserved', 'redeemed', 'void', 'expired']),
  value: discount,
  issuedAt: instant,
  expiresOn: day,
  redeemedAt: z.nullable(instant),
  amount: z.nullable(money),
});
export type CodeView = z.output<typeof codeView>;

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
  listOffers: endpoint({
    id: 'listOffers',
    method: 'GET',
    path: '/api/staff/offers',
    summary: 'Campaigns with their budgets, and what became of their codes',
    access: 'staff',
    request: {},
    reply: { status: 200, body: z.strictObject({ campaigns: z.array(campaignView) }) },
    problems: [401, 403],
  }),
  listCodes: endpoint({
    id: 'listCodes',
    method: 'GET',
    path: '/api/staff/offers/{campaign}/codes',
    summary: 'The codes of a campaign that were issued last, masked',
    access: 'staff',
    request: { params: z.strictObject({ campaign: slug }) },
    reply: { status: 200, body: z.strictObject({ codes: z.array(codeView) }) },
    problems: [401, 403],
  }),
} as const;
