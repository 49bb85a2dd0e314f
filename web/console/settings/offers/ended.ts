import { Temporal } from 'temporal-polyfill';
import { valueAt } from '../raw.ts';

/** What a new campaign begins as; whoever adds it writes the rest. */
export const newCampaign = (shopUrl: unknown): object => ({
  id: '',
  title: '',
  value: { percent: 10 },
  interests: [],
  validFor: 'P90D',
  shopUrl: typeof shopUrl === 'string' ? shopUrl : '',
});

/**
 * A campaign of the settings once it is ended on a day (`YYYY-MM-DD` in the company's zone): yesterday was its last.
 * Undefined for one that had no day before: it is taken out.
 */
export function endedOn(campaign: unknown, today: string): object | undefined {
  const startsOn = valueAt(campaign, ['startsOn']);
  if (typeof startsOn === 'string' && startsOn >= today) return undefined;
  const endsOn = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return { ...(typeof campaign === 'object' ? campaign : {}), endsOn };
}

/** Whether it gives codes on a day or will: what could still be ended. */
export function mayEnd(campaign: unknown, today: string): boolean {
  const endsOn = valueAt(campaign, ['endsOn']);
  return typeof endsOn !== 'string' || endsOn >= today;
}
