import { localDate } from '../../../domain/calendar/local-date.ts';
import { merged } from '../../../domain/record/counters.ts';
import { csvOf } from '../../../domain/record/csv.ts';
import { daysOf, lastDays, lastWeeks, weeksOf } from '../../../domain/record/period.ts';
import type { Period } from '../../../domain/record/period.ts';
import { publishedOf } from '../../../domain/record/published.ts';
import { summaryOf } from '../../../domain/record/summary.ts';
import { tableOf } from '../../../domain/record/table.ts';
import { readDays } from '../../adapters/store/record-days.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { TableServices } from '../../runtime/services.ts';
import { signedIn } from '../recruiter/signed-in.ts';

/** What is shown when nobody says which weeks. */
const usualWeeks = 12;
/** What everybody may see is of so many days. */
const publishedDays = 90;

interface Asked extends Exchange {
  readonly query: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** @throws Refusal 401, 403 */
export async function readRecord({ table }: TableServices, { caller, query, at }: Asked) {
  signedIn(caller);
  const { zone, period } = await periodOf(table, query, at);
  const days = await readDays(table, daysOf(period));
  const summed = ({ from, to }: Period) =>
    summaryOf(merged(days.filter(({ day }) => from <= day && day <= to).map(({ counts }) => counts)));
  return {
    ...period,
    zone,
    total: summed(period),
    weeks: weeksOf(period).map((week) => ({ ...week, ...summed(week) })),
  };
}

/** @throws Refusal 401, 403 */
export async function readRecordTable({ table }: TableServices, { caller, query, at }: Asked) {
  signedIn(caller);
  const { period } = await periodOf(table, query, at);
  return csvOf(tableOf(await readDays(table, daysOf(period))));
}

export async function readPublishedRecord({ table }: TableServices, { at }: Exchange) {
  const { calendar } = await readLiveSettings(table);
  const period = lastDays(localDate(at, calendar.zone), publishedDays);
  const days = await readDays(table, daysOf(period));
  return { ...period, ...publishedOf(summaryOf(merged(days.map(({ counts }) => counts)))) };
}

async function periodOf(table: Table, { from, to }: Asked['query'], at: string) {
  const { zone } = (await readLiveSettings(table)).calendar;
  const period =
    from === undefined || to === undefined ? lastWeeks(localDate(at, zone), usualWeeks) : { from, to };
  return { zone, period };
}
