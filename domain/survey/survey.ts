import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { outcome } from '../application/stages.ts';
import type { Outcome } from '../application/stages.ts';
import { applicationId, instant } from '../ids.ts';
import { NotAllowed } from '../steps/errors.ts';

/** How long after an application is closed its candidate may still answer, in milliseconds: 30 days. */
const openAfterClosing = 30 * 86_400_000;

/** The one question's answer: how likely they would recommend applying here, 0 to 10, and why if they like. */
export const surveyForm = z.strictObject({
  score: z.int().min(0).max(10),
  word: z.optional(z.string().trim().min(1).max(500)),
});
export type SurveyForm = z.output<typeof surveyForm>;

/** The answer as it is kept, with how the application had ended. The last one given counts. */
export const surveyAnswer = z.strictObject({ ...surveyForm.shape, applicationId, outcome, at: instant });
export type SurveyAnswer = z.output<typeof surveyAnswer>;

/**
 * The outcome that the candidate's score is about.
 * @throws NotAllowed before the candidate was answered, and once the application has been closed for 30 days
 */
export function surveyedOutcome(
  { outcome, answeredAt, closedAt }: Pick<Application, 'outcome' | 'answeredAt' | 'closedAt'>,
  at: string,
): Outcome {
  if (answeredAt === undefined || outcome === undefined)
    throw new NotAllowed('the survey comes after our answer');
  if (closedAt !== undefined && Date.parse(at) > Date.parse(closedAt) + openAfterClosing)
    throw new NotAllowed('the survey of this application is over');
  return outcome;
}
