import { surveyedOutcome } from '../../../domain/survey/survey.ts';
import type { SurveyForm } from '../../../domain/survey/survey.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { saveSurvey } from '../../adapters/store/surveys.ts';
import type { Table } from '../../adapters/store/table.ts';

/**
 * Takes a candidate's score, instead of the one they gave before.
 * @throws NotFound, NotAllowed, Contended
 */
export async function answerSurvey(
  table: Table,
  applicationId: string,
  form: SurveyForm,
  at: string,
): Promise<SurveyForm> {
  const outcome = surveyedOutcome(await readApplication(table, applicationId), at);
  await saveSurvey(table, { ...form, applicationId, outcome, at });
  return form;
}
