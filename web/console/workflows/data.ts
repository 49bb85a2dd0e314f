import { useCallback } from 'react';
import type * as z from 'zod';
import { adminApi } from '../../../domain/api/admin.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import type { Call } from '../api/call.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import type { Edition } from './worker/contract.ts';

type Listed = z.output<typeof adminApi.listWorkflows.reply.body>;
export type WorkflowView = Listed['workflows'][number];
export type LiveRelease = Listed['live'];

/** What is live: every machine with its definition, and what the journeys depend on besides. */
export interface Live {
  readonly live: LiveRelease;
  readonly workflows: readonly WorkflowView[];
  readonly edition: Edition & { readonly machines: Readonly<Record<WorkflowName, string>> };
}

/** The machines and how many run on which version. */
export function useWorkflows(): Loaded<Listed> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(adminApi.listWorkflows, {}), [call]));
}

/** Everything live that an edit is held against. */
export function useLive(): Loaded<Live> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => load(call), [call]));
}

async function load(call: Call): Promise<Live> {
  const [{ live, workflows }, { settings }, { messages }] = await Promise.all([
    call(adminApi.listWorkflows, {}),
    call(adminApi.readSettings, { query: {} }),
    call(adminApi.listTemplates, {}),
  ]);
  const definitions = await Promise.all(
    workflows.map(async ({ workflow }) => {
      const params = { workflow, revision: 'live' } as const;
      return [workflow, (await call(adminApi.readWorkflowRevision, { params })).definition] as const;
    }),
  );
  const machines = Object.fromEntries(definitions) as Record<WorkflowName, string>;
  const templates = messages.flatMap(({ message, revisions }) =>
    Object.keys(revisions).map((locale) => `${locale}/${message}`),
  );
  return { live, workflows, edition: { machines, settings: settings, templates } };
}
