import { useCallback } from 'react';
import type * as z from 'zod';
import { readApplication } from '../../../domain/api/recruiter/application.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded, useRefresh } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';

/** Everything the API tells about an application. */
export type ApplicationData = z.output<typeof readApplication.reply.body>;
export type GateData = ApplicationData['gates'][number];
export type InterviewData = ApplicationData['interviews'][number];

/** An application, fetched again while somebody looks at it: colleagues may act on it too. */
export function useApplication(applicationId: string): Loaded<ApplicationData> {
  const { call } = useSigned();
  const load = useCallback(() => call(readApplication, { params: { applicationId } }), [call, applicationId]);
  const loaded = useLoaded(load);
  useRefresh(loaded.reload);
  return loaded;
}
export type TaskData = ApplicationData['tasks'][number];
