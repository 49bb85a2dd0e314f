import { useCallback } from 'react';
import type * as z from 'zod';
import { figuresApi } from '../../../domain/api/figures.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';

export type ServiceRecord = z.output<typeof figuresApi.readRecord.reply.body>;

/** Days as the address has them; none for the weeks the service chooses. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The service record of these days. */
export function useRecord({ from, to }: Days): Loaded<ServiceRecord> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(figuresApi.readRecord, { query: { from, to } }), [call, from, to]));
}
