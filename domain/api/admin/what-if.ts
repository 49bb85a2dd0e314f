import * as z from 'zod';
import { instant } from '../../ids.ts';
import { endpoint } from '../endpoint.ts';
import { access, definitions, edit, entry, finding, problems } from './common.ts';

export const checkWorkflows = endpoint({
  id: 'checkWorkflows',
  method: 'POST',
  path: '/api/admin/workflows/check',
  summary: 'What is wrong with these definitions, beside the live ones; errors refuse a publication',
  access,
  request: { body: z.strictObject({ definitions }) },
  reply: {
    status: 200,
    body: z.strictObject({ errors: z.int(), warnings: z.int(), findings: z.array(finding) }),
  },
  problems,
});

export const listScenarios = endpoint({
  id: 'listScenarios',
  method: 'GET',
  path: '/api/admin/scenarios',
  summary: 'The journeys that can be simulated by name',
  access,
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      scenarios: z.array(z.strictObject({ name: z.string(), title: z.string() })),
    }),
  },
  problems,
});

const played = z.object({
  scenario: z.string(),
  stage: z.string(),
  outcome: z.string(),
  timeline: z.array(entry),
});

/** What a candidate would notice of an edit, against what is live. */
const difference = z.object({
  message: z.string(),
  change: z.enum(['no longer heard', 'newly heard', 'heard earlier', 'heard later', 'names another date']),
  at: z.string(),
  before: z.optional(z.string()),
  date: z.optional(z.string()),
});

export const simulate = endpoint({
  id: 'simulateJourney',
  method: 'POST',
  path: '/api/admin/simulation',
  summary: 'Play a whole journey on a virtual clock, and what candidates would notice against what is live',
  access,
  request: {
    body: z.strictObject({
      ...edit,
      /** A name, or a scenario as in simulator/what-if/scenario.ts. */
      scenario: z.union([z.string(), z.looseObject({ name: z.string() })]),
      /** When the form is sent. */
      at: z.optional(instant),
      /** Whether states entered stand in the timeline, `who` is then the machine. */
      states: z.optional(z.boolean()),
    }),
  },
  reply: { status: 200, body: z.strictObject({ played, noticed: z.array(difference) }) },
  problems: [...problems, 404],
});

const verdict = z.object({
  rule: z.int(),
  title: z.string(),
  verdict: z.enum(['holds', 'broken', 'undecided']),
  why: z.optional(z.string()),
  /** The shortest way there: the counterexample. */
  timeline: z.optional(z.array(entry)),
});

/** What a finished proof found. `places` and `edges` are the situations and the ways between them it looked at. */
export const proofResult = z.object({
  complete: z.boolean(),
  places: z.int(),
  edges: z.int(),
  /** As text: there are more than a number holds. */
  paths: z.optional(z.string()),
  verdicts: z.array(verdict),
});

export const proofId = z.string().regex(/^[0-9a-f]{32}$/, 'an id of a proof');

/** `holds`: every rule holds on every path; null until it is done. `failure`: why it could not be carried out. */
export const proofView = z.strictObject({
  proof: proofId,
  status: z.enum(['requested', 'running', 'done', 'failed']),
  requestedAt: instant,
  holds: z.nullable(z.boolean()),
  result: z.optional(proofResult),
  failure: z.optional(z.string()),
});
export type ProofView = z.output<typeof proofView>;

export const requestProof = endpoint({
  id: 'requestProof',
  method: 'POST',
  path: '/api/admin/proofs',
  summary:
    'Prove that nobody is left in silence: takes about a minute; the same question is answered at once',
  access,
  request: { body: z.strictObject(edit) },
  reply: { status: 202, body: proofView },
  problems,
});

export const readProof = endpoint({
  id: 'readProof',
  method: 'GET',
  path: '/api/admin/proofs/{proof}',
  summary: 'How far a proof is, and what it found',
  access,
  request: { params: z.strictObject({ proof: proofId }) },
  reply: { status: 200, body: proofView },
  problems: [...problems, 404],
});
