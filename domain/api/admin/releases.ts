import * as z from 'zod';
import { liveRelease, release } from '../../publishing/release.ts';
import { force, note, revisionNumber } from '../../publishing/revision.ts';
import { endpoint } from '../endpoint.ts';
import { access, definitions, ifMatch, problems, publishProblems } from './common.ts';

const live = z.strictObject({ live: liveRelease, release });

export const listReleases = endpoint({
  id: 'listReleases',
  method: 'GET',
  path: '/api/admin/releases',
  summary: 'What was published of the workflows, newest first, and what is live',
  access,
  request: {},
  reply: { status: 200, body: z.strictObject({ live: liveRelease, releases: z.array(release) }) },
  problems,
});

/** The share of new applications, per cent, that a release is tried on, and for how many hours. */
export const canaryAsked = z.strictObject({
  percent: z.int().min(1).max(99),
  hours: z
    .int()
    .min(1)
    .max(24 * 14),
});

/** With `canary` a share of new applications starts on it for so many hours, then all; an alarm takes it back. */
export const publishWorkflows = endpoint({
  id: 'publishWorkflows',
  method: 'POST',
  path: '/api/admin/releases',
  summary:
    'Publish edited workflows, with new revisions of the machines that run them; must be checked and proved',
  access,
  request: {
    headers: ifMatch,
    body: z.strictObject({
      definitions: definitions.refine((all) => Object.keys(all).length > 0, 'names no workflow'),
      note,
      canary: z.optional(canaryAsked),
      force: z.optional(force),
    }),
  },
  reply: { status: 201, body: live },
  problems: publishProblems,
});

const params = z.strictObject({ release: z.coerce.number().pipe(revisionNumber) });

export const restoreRelease = endpoint({
  id: 'restoreRelease',
  method: 'POST',
  path: '/api/admin/releases/{release}/restore',
  summary:
    'Roll back: new applications start on this release again, at once. Needs no proof: it was live before',
  access,
  request: { params, headers: ifMatch, body: z.strictObject({ note }) },
  reply: { status: 201, body: live },
  problems: publishProblems,
});

export const finishCanary = endpoint({
  id: 'finishCanary',
  method: 'POST',
  path: '/api/admin/releases/{release}/finish',
  summary: 'End the canary now: every new application starts on it',
  access,
  request: { params },
  reply: { status: 200, body: z.strictObject({ live: liveRelease }) },
  problems: [...problems, 404, 409],
});

export const stopCanary = endpoint({
  id: 'stopCanary',
  method: 'POST',
  path: '/api/admin/releases/{release}/stop',
  summary: 'Take the canary back: no new application starts on it',
  access,
  request: { params },
  reply: { status: 200, body: z.strictObject({ live: liveRelease }) },
  problems: [...problems, 404, 409],
});
