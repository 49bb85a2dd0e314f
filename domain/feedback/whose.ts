import * as z from 'zod';
import { applicationId, interviewId, staffId } from '../ids.ts';
import { NotFound } from '../steps/errors.ts';

const parts = z.tuple([applicationId, interviewId, staffId]);

/** Whose feedback on which interview. */
export interface Whose {
  readonly applicationId: string;
  readonly interviewId: string;
  readonly interviewer: string;
}

/**
 * What an interviewer's link names: `<applicationId>.<interviewId>.<interviewer>`.
 * @throws NotFound for anything else, which we never signed
 */
export function whoseLink(id: string): Whose {
  const parsed = parts.safeParse(id.split('.'));
  if (!parsed.success) throw new NotFound('the interview of this link');
  const [applicationId, interviewId, interviewer] = parsed.data;
  return { applicationId, interviewId, interviewer };
}
