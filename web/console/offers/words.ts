import type { CampaignView, CodeView } from '../../../domain/api/figures.ts';

/** A discount as people say it: `15%`, `€10.00`. */
export function worth(value: CodeView['value']): string {
  if ('percent' in value) return `${value.percent}%`;
  return money(value);
}

export const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount);

export const statusWords: Readonly<
  Record<CampaignView['status'], { type: 'success' | 'pending' | 'stopped' | 'warning'; text: string }>
> = {
  running: { type: 'success', text: 'Running' },
  planned: { type: 'pending', text: 'Not begun yet' },
  over: { type: 'stopped', text: 'Over' },
  spent: { type: 'warning', text: 'Budget used up' },
  withdrawn: { type: 'stopped', text: 'Taken out of the settings' },
};

export const stateWords: Readonly<
  Record<
    CodeView['state'],
    { type: 'success' | 'pending' | 'stopped' | 'info' | 'in-progress'; text: string }
  >
> = {
  issued: { type: 'pending', text: 'Not used yet' },
  reserved: { type: 'in-progress', text: 'Held by the shop' },
  redeemed: { type: 'success', text: 'Redeemed' },
  void: { type: 'stopped', text: 'Void' },
  expired: { type: 'stopped', text: 'Expired' },
};
