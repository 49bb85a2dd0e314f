import { downloadSeconds, extensionOf } from '../../../domain/api/intake/resume.ts';
import type { ResumeState } from '../../../domain/files/resume-state.ts';
import { referenceOf } from '../../../domain/ids.ts';
import type { Exchange } from '../../runtime/request.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { permitted } from '../recruiter/signed-in.ts';
import type { Services } from './services.ts';

/** Why a résumé cannot be opened, for whoever asked. */
const refusals: Readonly<Record<Exclude<ResumeState, 'clean'>, Refusal>> = {
  none: new Refusal(404, { detail: 'the candidate sent no résumé' }),
  missing: new Refusal(404, { detail: 'the résumé was announced and never arrived' }),
  scanning: new Refusal(409, { detail: 'the résumé is being scanned; try again in a minute' }),
  threat: new Refusal(409, { detail: 'the scanner found malware in the résumé; nobody can open it' }),
  disguised: new Refusal(409, {
    detail: 'the file is not what it calls itself; ask the candidate for another one',
  }),
  unscannable: new Refusal(409, {
    detail: 'the scanner could not look into the résumé; ask the candidate for another file',
  }),
};

interface Asked extends Exchange {
  readonly params: { readonly applicationId: string };
}

async function lookAt({ files }: Services, key: string) {
  const { lookAtResume } = await import('../../adapters/resume-files.ts');
  return lookAtResume(await files(), key);
}

/** What can be said of an application's résumé. */
export async function readState(services: Services, { params, caller }: Asked) {
  const { application } = await permitted(services.table, caller, params.applicationId);
  const { resumeKey: key } = application;
  const state: ResumeState = key === undefined ? 'none' : (await lookAt(services, key)).state;
  return { state };
}

/**
 * A short-lived address of the résumé, for colleagues who may act on the application. The file is named after the
 * application: an address holds nothing personal.
 * @throws Refusal 401, 403, 404, 409
 */
export async function openResume(services: Services, { params, caller }: Asked) {
  const { application } = await permitted(services.table, caller, params.applicationId);
  const { resumeKey: key, applicationId } = application;
  if (key === undefined) throw refusals.none;
  const look = await lookAt(services, key);
  if (look.state !== 'clean') throw refusals[look.state];
  const { type: contentType } = look;
  const fileName = `resume-${referenceOf(applicationId)}${extensionOf[contentType]}`;
  const { downloadUrl } = await import('../../adapters/resume-files.ts');
  const url = await downloadUrl(await services.files(), {
    key,
    fileName,
    contentType,
    seconds: downloadSeconds,
  });
  return { url, fileName, seconds: downloadSeconds };
}
