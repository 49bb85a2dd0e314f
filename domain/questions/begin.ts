import type { Application } from '../application/application.ts';
import type { Gate } from '../application/gate-item.ts';
import type { Job } from '../jobs/job.ts';
import { ladderFor } from '../promises/journey-ladder.ts';
import { firstOwnerOf } from '../promises/owner.ts';
import { newGate } from '../promises/standing.ts';
import type { Settings } from '../settings/settings.ts';
import { questionGateId } from './question.ts';
import type { Question, QuestionForm } from './question.ts';

interface Asked {
  readonly application: Pick<Application, 'applicationId' | 'promise' | 'stage'>;
  readonly job: Job;
  readonly settings: Settings;
  readonly questionId: string;
  readonly at: string;
}

/**
 * A question as it begins, and the promise of its answer: a call by the end of the window that was booked,
 * an answer in writing within the time of the settings.
 */
export function beginQuestion(
  form: QuestionForm,
  { application, job, settings, questionId, at }: Asked,
): { question: Question; gate: Gate } {
  const { applicationId } = application;
  const booked = form.wants === 'call' ? form.window : undefined;
  const asked = {
    applicationId,
    gateId: questionGateId(questionId),
    kind: 'question',
    subject: questionId,
  } as const;
  const { gate } = newGate(
    application,
    settings,
    { ...asked, owner: firstOwnerOf('question', job, questionId), from: at, at },
    ladderFor('question', settings, at, at, booked),
  );
  return { question: { ...form, applicationId, questionId, askedAt: at, due: gate.due }, gate };
}
