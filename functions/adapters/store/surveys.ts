import { surveyAnswer } from '../../../domain/survey/survey.ts';
import type { SurveyAnswer } from '../../../domain/survey/survey.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { commit } from './table.ts';
import type { Table } from './table.ts';

/** What a candidate answered to the survey, or undefined. */
export function findSurvey(table: Table, applicationId: string): Promise<SurveyAnswer | undefined> {
  return findItem(table, keys.survey(applicationId), surveyAnswer);
}

/** Keeps an answer in place of the one before. The audit trail tells the score, never the words. */
export async function saveSurvey(table: Table, answer: SurveyAnswer): Promise<void> {
  const { applicationId, at, score } = answer;
  await commit(table, [
    {
      Put: { TableName: table.name, Item: { ...keys.survey(applicationId), ...surveyAnswer.parse(answer) } },
    },
    eventWrite(table, { applicationId, at, type: 'SurveyAnswered', actor: 'candidate', detail: { score } }),
  ]);
}
