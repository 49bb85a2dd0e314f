import { useCallback } from 'react';
import { figuresApi } from '../../../domain/api/figures.ts';
import type { CampaignView, CodeView } from '../../../domain/api/figures.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';

/** All campaigns with what became of their codes. */
export function useOffers(): Loaded<{ campaigns: CampaignView[] }> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(figuresApi.listOffers, {}), [call]));
}

/** The newest codes of a campaign. */
export function useCodes(campaign: string): Loaded<{ codes: CodeView[] }> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(figuresApi.listCodes, { params: { campaign } }), [call, campaign]));
}
