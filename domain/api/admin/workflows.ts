import * as z from 'zod';
import { applicationId, instant } from '../../ids.ts';
import { liveRelease } from '../../publishing/release.ts';
import { revisionNote, revisionNumber } from '../../publishing/revision.ts';
import { workflowName } from '../../workflows/names.ts';
import { endpoint } from '../endpoint.ts';
import { access, definition, definitions, problems } from './common.ts';

/** `same` when the text is that of the revision before, and only a machine it runs has changed. */
const workflowRevision = revisionNote.extend({
  /** The version of Step Functions that runs it. */
  versionArn: z.string(),
  same: z.boolean(),
});

/** How many executions run on a version; `revision` is null for a version that was not published here. */
const inFlightOfVersion = z.strictObject({
  version: z.int(),
  revision: z.nullable(revisionNumber),
  running: z.int(),
  /** There are more than were counted. */
  more: z.boolean(),
});

const workflowView = z.strictObject({
  workflow: workflowName,
  /** The machines it runs, by the live definition. */
  runs: z.array(workflowName),
  live: workflowRevision,
  /** The revision of the canary, when one runs and has another one. */
  canary: z.nullable(workflowRevision),
  inFlight: z.array(inFlightOfVersion),
});

export const listWorkflows = endpoint({
  id: 'listWorkflows',
  method: 'GET',
  path: '/api/admin/workflows',
  summary: 'All machines: what is live, the canary, how many run on which version',
  access,
  request: {},
  reply: { status: 200, body: z.strictObject({ live: liveRelease, workflows: z.array(workflowView) }) },
  problems,
});

export const listWorkflowRevisions = endpoint({
  id: 'listWorkflowRevisions',
  method: 'GET',
  path: '/api/admin/workflows/{workflow}/revisions',
  summary: 'Every revision of a machine, newest first',
  access,
  request: { params: z.strictObject({ workflow: workflowName }) },
  reply: { status: 200, body: z.strictObject({ revisions: z.array(workflowRevision) }) },
  problems: [...problems, 404],
});

export const readWorkflowRevision = endpoint({
  id: 'readWorkflowRevision',
  method: 'GET',
  path: '/api/admin/workflows/{workflow}/revisions/{revision}',
  summary: 'The definition of a revision as it was published; `live` is the live one',
  access,
  request: {
    params: z.strictObject({
      workflow: workflowName,
      revision: z.union([z.literal('live'), z.coerce.number().pipe(revisionNumber)]),
    }),
  },
  reply: { status: 200, body: workflowRevision.extend({ definition }) },
  problems: [...problems, 404],
});

export const listInFlight = endpoint({
  id: 'listInFlight',
  method: 'GET',
  path: '/api/admin/workflows/{workflow}/in-flight',
  summary: 'Who is in flight on a version: the newest thousand executions, by application',
  access,
  request: {
    params: z.strictObject({ workflow: workflowName }),
    query: z.strictObject({ version: z.coerce.number().pipe(z.int().positive()) }),
  },
  reply: {
    status: 200,
    body: z.strictObject({
      executions: z.array(z.strictObject({ name: z.string(), applicationId, startedAt: instant })),
      more: z.boolean(),
    }),
  },
  problems: [...problems, 404],
});

export const countStates = endpoint({
  id: 'countStates',
  method: 'GET',
  path: '/api/admin/workflows/{workflow}/states',
  summary: 'In which state the running executions of a machine are: of the newest hundred',
  access,
  request: { params: z.strictObject({ workflow: workflowName }) },
  reply: {
    status: 200,
    body: z.strictObject({
      /** By name of the state; an execution in a Parallel or Map is in the state entered last. */
      states: z.record(z.string(), z.int()),
      counted: z.int(),
      more: z.boolean(),
    }),
  },
  problems: [...problems, 404],
});

/** A line of a text comparison: kept, added or removed. */
const diffLine = z.strictObject({ change: z.enum(['same', 'added', 'removed']), text: z.string() });

const comparison = z.strictObject({
  workflow: workflowName,
  states: z.strictObject({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  /** Runs of changed lines with three lines around each; `line` is where a run begins in the edited text. */
  hunks: z.array(z.strictObject({ line: z.int(), lines: z.array(diffLine) })),
});

export const compareWorkflows = endpoint({
  id: 'compareWorkflows',
  method: 'POST',
  path: '/api/admin/workflows/diff',
  summary: 'What differs between these definitions and the live ones, or those of a release',
  access,
  request: { body: z.strictObject({ definitions, release: z.optional(revisionNumber) }) },
  reply: { status: 200, body: z.strictObject({ workflows: z.array(comparison) }) },
  problems: [...problems, 404],
});
