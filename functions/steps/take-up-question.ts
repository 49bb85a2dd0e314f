import type { StepOutput } from '../../domain/steps/contracts.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { takenUpWrite } from '../adapters/store/question-runs.ts';
import { findQuestion } from '../adapters/store/questions.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** Takes a question up, once its machine runs. One that was erased meanwhile is asked by nobody any more. */
export const handler = step({
  name: 'take-up-question',
  services: tableServices,
  run: ({ table }, { applicationId, questionId, at }) =>
    optimistically<StepOutput<'take-up-question'>>(table, 'the question', async () => {
      const question = await findQuestion(table, applicationId, questionId);
      if (!question) return { writes: [], result: { found: false, askedAt: at, due: at } };
      const { askedAt, due } = question;
      return {
        writes: question.stalled ? [] : [takenUpWrite(table, question)],
        result: { found: true, askedAt, due },
      };
    }),
});
