import { ulid } from 'ulid';
import document from '../../../docs/openapi.json' with { type: 'json' };
import { intakeApi } from '../../../domain/api/intake.ts';
import { maxResumeBytes, resumeKeyOf, uploadSeconds } from '../../../domain/api/intake/resume.ts';
import { uploadForm } from '../../adapters/files.ts';
import { listJobs } from '../../adapters/store/jobs.ts';
import { rawRoute, route } from '../../runtime/route.ts';
import { apply } from './apply.ts';
import { applyByForm } from './apply-by-form.ts';
import { readOffering } from './offering.ts';
import type { Services } from './services.ts';

export const routes = [
  route(intakeApi.listJobs, async ({ table }: Services) => ({ jobs: await listJobs(table, 'open') })),
  route(intakeApi.readJob, async ({ table }: Services, { params }) => readOffering(table, params.jobId)),
  route(intakeApi.openUpload, async ({ files }: Services, { body, at }) => {
    const resumeKey = resumeKeyOf(ulid(Date.parse(at)));
    const form = await uploadForm(files, {
      key: resumeKey,
      contentType: body.contentType,
      maxBytes: maxResumeBytes,
      seconds: uploadSeconds,
    });
    const expiresAt = new Date(Date.parse(at) + uploadSeconds * 1000).toISOString();
    return { ...form, resumeKey, maxBytes: maxResumeBytes, expiresAt };
  }),
  route(intakeApi.apply, async (services: Services, { body, headers, at }) =>
    apply(services, body, headers['idempotency-key'], at),
  ),
  rawRoute(intakeApi.applyByForm, async (services: Services, { body, at }) =>
    applyByForm(services, body, at),
  ),
  route(intakeApi.readOpenApi, () => document),
];
