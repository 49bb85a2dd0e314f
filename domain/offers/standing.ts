import * as z from 'zod';
import type { Campaign } from './campaign.ts';

/** What became of a campaign's codes. Every code is usable, expired, redeemed or void, so these four make `issued`. */
export const codeCounts = z.strictObject({
  issued: z.int(),
  /** Neither used nor over: a shop would take it. */
  usable: z.int(),
  expired: z.int(),
  /** Stand redeemed: what was rolled back is not among them. */
  redeemed: z.int(),
  void: z.int(),
  /** How often a shop held a code for an order. */
  reserved: z.int(),
  /** How often a redemption was taken back. */
  rolledBack: z.int(),
});
export type CodeCounts = z.output<typeof codeCounts>;

/** What a campaign's items count: its moves, and by the last day of their validity the codes that are not used. */
export interface Counted {
  readonly moves: Readonly<Record<string, number>>;
  readonly unused: readonly { readonly until: string; readonly count: number }[];
}

/** What the counters say on a day (`YYYY-MM-DD` in the company's zone): nobody has to be there when a code expires. */
export function countsOn({ moves, unused }: Counted, today: string): CodeCounts {
  const of = (name: string) => moves[name] ?? 0;
  const sum = (some: Counted['unused']) => some.reduce((total, { count }) => total + count, 0);
  return {
    issued: of('issued'),
    usable: sum(unused.filter(({ until }) => until >= today)),
    expired: sum(unused.filter(({ until }) => until < today)),
    redeemed: of('redeemed') - of('rolledBack'),
    void: of('void'),
    reserved: of('reserved'),
    rolledBack: of('rolledBack'),
  };
}

/** Whether a campaign gives out codes on a day, and if not why. */
export const campaignStatus = z.enum(['running', 'planned', 'over', 'spent', 'withdrawn']);
export type CampaignStatus = z.output<typeof campaignStatus>;

/** `withdrawn` when the settings know it no more; `spent` when its budget is used up. */
export function statusOn(
  campaign: Pick<Campaign, 'budget' | 'startsOn' | 'endsOn'> | undefined,
  issued: number,
  today: string,
): CampaignStatus {
  if (campaign === undefined) return 'withdrawn';
  const { budget = Infinity, startsOn = today, endsOn = today } = campaign;
  if (endsOn < today) return 'over';
  if (startsOn > today) return 'planned';
  return issued >= budget ? 'spent' : 'running';
}

/** A code that can be told apart on the telephone and not be used: `••••-••••-7Q2M-K`. */
export function masked(code: string): string {
  return code.replaceAll(/[0-9A-Z]+(?=.*-.*-)/g, (group) => '•'.repeat(group.length));
}
