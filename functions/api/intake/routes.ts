import { ulid } from 'ulid';
import { intakeApi } from '../../../domain/api/intake.ts';
import { maxResumeBytes, resumeKeyOf, uploadSeconds } from '../../../domain/api/intake/resume.ts';
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
    const { uploadForm } = await import('../../adapters/files.ts');
    const form = await uploadForm(await files(), {
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
  rawRoute(intakeApi.applyByForm, applyByForm),
  route(intakeApi.readOpenApi, async () => {
    // As long as a third of the handler, and seldom read: a file of its own beside the bundle.
    const { default: document } = await import('../../../docs/openapi.json', { with: { type: 'json' } });
    return document;
  }),
];
