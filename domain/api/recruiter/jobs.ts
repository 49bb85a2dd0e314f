import * as z from 'zod';
import { jobId } from '../../ids.ts';
import { locale } from '../../messages/locale.ts';
import { job, jobDraft } from '../../jobs/job.ts';
import { endpoint } from '../endpoint.ts';
import { intakeApi } from '../intake.ts';

const access = 'staff';
const problems = [401, 403, 404, 409];
const params = z.strictObject({ jobId });
const expectedVersion = z.int();
/** What every job says besides what is written for it, from the live settings. */
export const readTerms = endpoint({
  id: 'readJobTerms',
  method: 'GET',
  path: '/api/staff/terms/{locale}',
  summary: 'What applicants are promised and asked for whatever the job, in a language',
  access,
  request: { params: z.strictObject({ locale }) },
  reply: {
    status: 200,
    body: intakeApi.readJob.reply.body
      .pick({ company: true, interests: true, consent: true, promise: true })
      .strip(),
  },
  problems: [401, 403],
});

const reply = { status: 200, body: job } as const;

export const listJobs = endpoint({
  id: 'listStaffJobs',
  method: 'GET',
  path: '/api/staff/jobs',
  summary: 'All jobs by title, open and closed',
  access,
  request: {},
  reply: { status: 200, body: z.strictObject({ jobs: z.array(job) }) },
  problems: [401, 403],
});

export const createJob = endpoint({
  id: 'createJob',
  method: 'POST',
  path: '/api/staff/jobs',
  summary: 'Open a job under an id that its address keeps',
  access,
  request: { body: z.strictObject({ ...jobDraft.shape, jobId }) },
  reply: { status: 201, body: job },
  problems: [401, 403, 409],
});

export const replaceJob = endpoint({
  id: 'replaceJob',
  method: 'PUT',
  path: '/api/staff/jobs/{jobId}',
  summary: 'Rewrite a job',
  access,
  request: { params, body: z.strictObject({ ...jobDraft.shape, expectedVersion }) },
  reply,
  problems,
});

/** People can apply again, at the same address; the job must still name colleagues. */
export const reopenJob = endpoint({
  id: 'reopenJob',
  method: 'POST',
  path: '/api/staff/jobs/{jobId}/reopen',
  summary: 'Take applications for a closed job again',
  access,
  request: { params, body: z.strictObject({ expectedVersion }) },
  reply,
  problems,
});

/** Applications on their way go on; nobody new can apply. */
export const closeJob = endpoint({
  id: 'closeJob',
  method: 'POST',
  path: '/api/staff/jobs/{jobId}/close',
  summary: 'Take no more applications for a job',
  access,
  request: { params, body: z.strictObject({ expectedVersion }) },
  reply,
  problems,
});
