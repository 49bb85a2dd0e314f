import * as z from 'zod';
import { applicationId, instant, jobId, slug } from '../ids.ts';
import { publicJob } from '../jobs/job.ts';
import { namedInterest } from '../offers/interest.ts';
import { endpoint } from './endpoint.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { formField } from './intake/form-fields.ts';
import { resumeKey, resumeType } from './intake/resume.ts';
import { submission } from './intake/submission.ts';

/** A first answer to whoever applied: what was promised, and where to follow it. */
const receipt = z.strictObject({
  applicationId,
  statusUrl: z.url(),
  promise: z.strictObject({ kind: z.literal('acknowledgement'), due: instant }),
  note: z.string(),
});
export type Receipt = z.output<typeof receipt>;

const apply = {
  method: 'POST',
  path: '/api/applications',
  access: 'public',
  problems: [404, 409],
} as const;

/** Everything that anyone may ask for: the jobs, and to apply for one. */
export const intakeApi = {
  listJobs: endpoint({
    id: 'listJobs',
    method: 'GET',
    path: '/api/jobs',
    summary: 'Jobs that take applications',
    access: 'public',
    request: {},
    reply: { status: 200, body: z.strictObject({ jobs: z.array(publicJob.strip()) }) },
  }),
  readJob: endpoint({
    id: 'readJob',
    method: 'GET',
    path: '/api/jobs/{jobId}',
    summary: 'A job with its published criteria, its form and what applicants are promised',
    access: 'public',
    request: { params: z.strictObject({ jobId }) },
    reply: {
      status: 200,
      body: z.strictObject({
        company: z.strictObject({ name: z.string() }),
        job: publicJob.strip(),
        fields: z.array(formField),
        interests: z.array(namedInterest),
        consent: z.strictObject({ version: slug, text: z.string() }),
        promise: z.strictObject({ kind: z.literal('shortlist'), within: z.string(), words: z.string() }),
      }),
    },
    problems: [404],
  }),
  openUpload: endpoint({
    id: 'openUpload',
    method: 'POST',
    path: '/api/uploads',
    summary: 'A form to upload one résumé with: post its fields and the file to its address',
    access: 'public',
    request: { body: z.strictObject({ contentType: resumeType }) },
    reply: {
      status: 201,
      body: z.strictObject({
        url: z.string(),
        fields: z.record(z.string(), z.string()),
        resumeKey,
        maxBytes: z.int(),
        expiresAt: instant,
      }),
    },
  }),
  apply: endpoint({
    ...apply,
    id: 'applyForJob',
    summary: 'Apply for a job',
    request: {
      headers: z.object({ 'idempotency-key': z.optional(idempotencyKey) }),
      body: submission,
    },
    reply: { status: 202, body: receipt },
  }),
  /** The same by a plain HTML form, answered for people: 303 to a page, or a page that says what to correct. */
  applyByForm: endpoint({
    ...apply,
    id: 'applyForJobByForm',
    summary: 'Apply for a job by a plain HTML form',
    request: {
      headers: z.object({
        'accept-language': z.optional(z.string()),
        'idempotency-key': z.optional(idempotencyKey),
      }),
      body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    },
    consumes: 'application/x-www-form-urlencoded',
    reply: { status: 303, body: z.string(), type: 'text/html' },
    pages: [404, 409, 422],
  }),
  readOpenApi: endpoint({
    id: 'readOpenApi',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document',
    access: 'public',
    request: {},
    reply: { status: 200, body: z.looseObject({ openapi: z.string() }) },
  }),
} as const;
