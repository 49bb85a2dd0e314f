import { surveyAnswer } from '../../../domain/survey/survey.ts';
import type { SurveyAnswer } from '../../../domain/survey/survey.ts';
import { notErased } from './applications.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';

/** What a candidate answered to the survey, or undefined. */
export function findSurvey(table: Table, applicationId: string): Promise<SurveyAnswer | undefined> {
  return findItem(table, keys.survey(applicationId), surveyAnswer);
}

/**
 * Keeps an answer in place of the one before. The audit trail tells the scores, never the words: the old one too,
 * so that the service record can take it back.
 * @throws Contended
 */
export function saveSurvey(table: Table, answer: SurveyAnswer): Promise<void> {
  const { applicationId, at, score, outcome } = answer;
  return optimistically<void>(table, 'the survey', async () => {
    const before = await findSurvey(table, applicationId);
    const was = before && { wasScore: before.score, wasOutcome: before.outcome, wasAt: before.at };
    return {
      result: undefined,
      writes: [
        notErased(table, applicationId),
        {
          Put: {
            TableName: table.name,
            Item: { ...keys.survey(applicationId), ...surveyAnswer.parse(answer) },
            ...unchanged(before),
          },
        },
        eventWrite(table, {
          applicationId,
          at,
          type: 'SurveyAnswered',
          actor: 'candidate',
          detail: { score, outcome, ...was },
        }),
      ],
    };
  });
}

function unchanged(read: SurveyAnswer | undefined) {
  if (!read) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#at = :at AND score = :score AND outcome = :outcome',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': read.at, ':score': read.score, ':outcome': read.outcome },
  };
}
