import { adminApi } from './admin.ts';
import { candidateApi } from './candidate.ts';
import type { Endpoint } from './endpoint.ts';
import { figuresApi } from './figures.ts';
import { intakeApi } from './intake.ts';
import { interviewerApi } from './interviewer.ts';
import { openApiOf } from './openapi.ts';
import { personApi } from './person.ts';
import { recruiterApi } from './recruiter.ts';
import { resumesApi } from './resumes.ts';
import { shopApi } from './shop.ts';

/** Every operation of every audience. */
export const endpoints: readonly Endpoint[] = [
  intakeApi,
  candidateApi,
  personApi,
  recruiterApi,
  resumesApi,
  interviewerApi,
  shopApi,
  figuresApi,
  adminApi,
].flatMap((audience): Endpoint[] => Object.values(audience));

/** The description of the whole API; docs/openapi.json holds it as text. */
export function apiDocument() {
  return openApiOf(endpoints, { title: 'Hearback', version: '1' });
}
