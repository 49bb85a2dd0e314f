import { NotFound } from '../../../domain/steps/errors.ts';
import { findMessage } from '../../adapters/store/messages.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';

/** A message as its reader saw it. */
export async function readLetter(
  { table }: Services,
  {
    params: { applicationId, key },
    caller,
  }: Exchange & { readonly params: { readonly applicationId: string; readonly key: string } },
) {
  await permitted(table, caller, applicationId);
  const entry = await findMessage(table, applicationId, key);
  if (!entry?.letter) throw new NotFound('the letter');
  const { message, to, status, seen, sentAt, sendingAt, intendedAt, letter } = entry;
  return {
    message,
    to,
    status,
    seen,
    at: sentAt ?? sendingAt ?? intendedAt,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
  };
}
