import * as z from 'zod';
import { instant, staffId } from '../../ids.ts';
import { force, note, revisionNote, revisionNumber } from '../../publishing/revision.ts';
import { publishableSettings } from '../../settings/publishable.ts';
import { settings } from '../../settings/settings.ts';
import { endpoint } from '../endpoint.ts';
import { access, ifMatch, problems, publishProblems } from './common.ts';

/** Settings as a page edits them; public holidays are looked up anew when country or region change. */
export const readSettings = endpoint({
  id: 'readSettings',
  method: 'GET',
  path: '/api/admin/settings',
  summary: 'The settings, offers among them: live, or a revision',
  access,
  request: {
    query: z.strictObject({ revision: z.optional(z.coerce.number().pipe(revisionNumber)) }),
  },
  reply: { status: 200, body: revisionNote.extend({ live: z.boolean(), settings }) },
  problems: [...problems, 404],
});

export const listSettingsRevisions = endpoint({
  id: 'listSettingsRevisions',
  method: 'GET',
  path: '/api/admin/settings/revisions',
  summary: 'Every revision of the settings, newest first, with the parts that changed',
  access,
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      revisions: z.array(revisionNote.extend({ changed: z.array(z.string()) })),
    }),
  },
  problems,
});

export const checkSettings = endpoint({
  id: 'checkSettings',
  method: 'POST',
  path: '/api/admin/settings/check',
  summary: 'What does not fit in these settings, by field',
  access,
  request: { body: z.strictObject({ settings: z.unknown() }) },
  reply: {
    status: 200,
    body: z.strictObject({
      problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    }),
  },
  problems,
});

const promiseKind = z.enum(['shortlist', 'interview-date', 'feedback', 'approval', 'next-step', 'question']);

/** Whom a rung tells: the role, and who that would be with the first staff of the settings. */
const told = z.strictObject({ role: z.string(), id: z.optional(staffId), name: z.string() });

export const previewLadder = endpoint({
  id: 'previewLadder',
  method: 'POST',
  path: '/api/admin/settings/ladder',
  summary: 'The clock of a promise: what happens when, for one that is made at an instant',
  access,
  request: {
    body: z.strictObject({
      kind: promiseKind,
      from: instant,
      /** In place of the live ones. */
      settings: z.optional(publishableSettings),
    }),
  },
  reply: {
    status: 200,
    body: z.strictObject({
      zone: z.string(),
      /** The date that is promised first. */
      due: instant,
      rungs: z.array(
        z.strictObject({
          at: instant,
          action: z.enum(['remind', 'escalate', 'delay', 'release']),
          to: z.array(told),
          message: z.nullable(z.string()),
          /** The date that holds from then on. */
          due: instant,
        }),
      ),
    }),
  },
  problems,
});

export const publishSettings = endpoint({
  id: 'publishSettings',
  method: 'POST',
  path: '/api/admin/settings/revisions',
  summary: 'Publish settings, offers among them; they must be proved with the live workflows',
  access,
  request: {
    headers: ifMatch,
    body: z.strictObject({ settings: publishableSettings, note, force: z.optional(force) }),
  },
  reply: { status: 201, body: z.strictObject({ live: revisionNote }) },
  problems: publishProblems,
});

export const restoreSettings = endpoint({
  id: 'restoreSettings',
  method: 'POST',
  path: '/api/admin/settings/revisions/{revision}/restore',
  summary: 'Roll the settings back to a revision. Needs no proof: it was live before',
  access,
  request: {
    params: z.strictObject({ revision: z.coerce.number().pipe(revisionNumber) }),
    headers: ifMatch,
    body: z.strictObject({ note }),
  },
  reply: { status: 201, body: z.strictObject({ live: revisionNote }) },
  problems: publishProblems,
});
