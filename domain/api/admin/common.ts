import * as z from 'zod';
import { publishableSettings } from '../../settings/publishable.ts';
import { workflowName } from '../../workflows/names.ts';
import { instant } from '../../ids.ts';

export const access = 'staff';

/** Not signed in; not an admin. */
export const problems = [401, 403] as const;

/** Besides: nothing of that name or number; not as it stands; somebody else was first. */
export const publishProblems = [...problems, 404, 409, 412];

/**
 * The number that an edit began from: the live release of the workflows, the live revision of the templates or of
 * the settings. What somebody else published since is told by a 412, unless it does not touch the same thing.
 */
export const ifMatch = z.object({
  'if-match': z
    .string({ error: 'say which live revision you edited, for example If-Match: "7"' })
    .regex(/^"?\d{1,6}"?$/, 'must be a number like "7"')
    .transform((text) => Number(text.replaceAll('"', ''))),
});

/** A machine's definition as its file has it: `${Placeholders}` and all. */
export const definition = z.string().min(2).max(150_000);

/** Edited definitions by machine; those left out are the live ones. */
export const definitions = z.partialRecord(workflowName, definition);

/** What is tried: the live workflows and settings, with these in place of them. */
export const edit = {
  definitions: z.optional(definitions),
  settings: z.optional(publishableSettings),
} as const;

/** One thing that happened in a played journey, as a person reads it. */
export const entry = z.object({
  at: instant,
  what: z.enum(['enters', 'acts', 'hears', 'held back', 'promise', 'task', 'ends']),
  who: z.string(),
  text: z.string(),
  dates: z.optional(z.record(z.string(), z.string())),
});

/** What is wrong with a definition; lines and columns count from 1. */
export const finding = z.strictObject({
  workflow: workflowName,
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  line: z.int(),
  column: z.int(),
  state: z.optional(z.string()),
  message: z.string(),
  mend: z.string(),
});
export type WorkflowFinding = z.output<typeof finding>;
