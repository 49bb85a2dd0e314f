import { downloadSeconds, extensionOf, resumeType } from '../../../domain/api/intake/resume.ts';
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
  unscannable: new Refusal(409, {
    detail: 'the scanner could not look into the résumé; ask the candidate for another file',
  }),
};

interface Asked extends Exchange {
  readonly params: { readonly applicationId: string };
}

async function stateOf({ files }: Services, key: string | undefined): Promise<ResumeState> {
  if (key === undefined) return 'none';
  const { stateOfResume } = await import('../../adapters/resume-files.ts');
  return stateOfResume(await files(), key);
}

/** What can be said of an application's résumé. */
export async function readState(services: Services, { params, caller }: Asked) {
  const { application } = await permitted(services.table, caller, params.applicationId);
  return { state: await stateOf(services, application.resumeKey) };
}

/**
 * A short-lived address of the résumé, for colleagues who may act on the application. The file is named after the
 * application: an address holds nothing personal.
 * @throws Refusal 401, 403, 404, 409
 */
export async function openResume(services: Services, { params, caller }: Asked) {
  const { application } = await permitted(services.table, caller, params.applicationId);
  const { resumeKey: key, applicationId } = application;
  const state = await stateOf(services, key);
  if (state !== 'clean' || key === undefined) throw refusals[state === 'clean' ? 'none' : state];
  const { downloadUrl, typeOfResume } = await import('../../adapters/resume-files.ts');
  const files = await services.files();
  // Only a type that the upload form allows is passed on; any other file is saved as bytes.
  const contentType = resumeType.safeParse(await typeOfResume(files, key)).data;
  const fileName = `resume-${referenceOf(applicationId)}${contentType ? extensionOf[contentType] : ''}`;
  const url = await downloadUrl(files, {
    key,
    fileName,
    contentType: contentType ?? 'application/octet-stream',
    seconds: downloadSeconds,
  });
  return { url, fileName, seconds: downloadSeconds };
}
