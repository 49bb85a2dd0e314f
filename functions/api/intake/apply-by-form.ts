import type { APIGatewayProxyResult } from 'aws-lambda';
import { formFieldOf, submissionOfForm } from '../../../domain/api/intake/form.ts';
import type { FormFields } from '../../../domain/api/intake/form.ts';
import { submission } from '../../../domain/api/intake/submission.ts';
import { jobId } from '../../../domain/ids.ts';
import { findJob } from '../../adapters/store/jobs.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import { acceptedLocale } from '../../runtime/accepted-locale.ts';
import { fieldErrors } from '../../runtime/field-errors.ts';
import { reply, seeOther } from '../../runtime/reply.ts';
import { misfitsOf } from './admission.ts';
import { apply } from './apply.ts';
import { correctionPage } from './correction-page.ts';
import { noticePage } from './notice-page.ts';
import { offeringOf } from './offering.ts';
import type { Services } from './services.ts';

interface Sent {
  readonly body: FormFields;
  readonly headers: {
    readonly 'accept-language'?: string | undefined;
    /** No browser sends one with a form; a program may. */
    readonly 'idempotency-key'?: string | undefined;
  };
  readonly at: string;
}

/** Takes an application from a plain HTML form, and answers whoever sits in front of it with a page. */
export async function applyByForm(
  services: Services,
  { body: form, headers, at }: Sent,
): Promise<APIGatewayProxyResult> {
  const named = jobId.safeParse(form['jobId']);
  const [job, settings] = await Promise.all([
    named.success ? findJob(services.table, named.data) : undefined,
    readLiveSettings(services.table),
  ]);
  const { careersUrl } = settings.company;
  if (!job)
    return reply(
      404,
      'text/html',
      noticePage(acceptedLocale(headers['accept-language']), 'noSuchJob', careersUrl),
    );
  if (job.status !== 'open') return reply(409, 'text/html', noticePage(job.locale, 'jobClosed', careersUrl));

  const sent = submissionOfForm(form);
  const offering = offeringOf(job, settings);
  const parsed = submission.safeParse(sent);
  const wrong = (await misfitsOf(services.table, sent, { job, settings }, at)).map(formFieldOf);
  if (!parsed.success || wrong.length > 0) {
    const malformed = parsed.success ? [] : fieldErrors(parsed.error.issues).map(formFieldOf);
    return reply(422, 'text/html', correctionPage(offering, form, [...malformed, ...wrong]));
  }
  const { statusUrl } = await apply(services, parsed.data, headers['idempotency-key'], at);
  return seeOther(job.thanksUrl ?? statusUrl);
}
