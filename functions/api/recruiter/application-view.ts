import { referenceOf } from '../../../domain/ids.ts';
import { answered } from '../../../domain/decisions/answered.ts';
import { namedIn } from '../../../domain/offers/interest.ts';
import { journeyRevision } from '../../adapters/journey-revision.ts';
import { listEvents } from '../../adapters/store/events.ts';
import { listApplicationFeedback } from '../../adapters/store/feedback.ts';
import { listGates } from '../../adapters/store/gates.ts';
import { listInterviews } from '../../adapters/store/interviews.ts';
import { listMessages } from '../../adapters/store/messages.ts';
import { listQuestions } from '../../adapters/store/questions.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import { listTasks } from '../../adapters/store/tasks.ts';
import type { Exchange } from '../../runtime/request.ts';
import type { Services } from './services.ts';
import { viewOf } from './questions.ts';
import { permitted } from './signed-in.ts';

/** Everything about an application that colleagues who may act on it see on one page. */
export async function readApplicationPage(
  { table, workflows }: Services,
  { params, caller }: Exchange & { readonly params: { readonly applicationId: string } },
) {
  const { application, job } = await permitted(table, caller, params.applicationId);
  const { applicationId } = application;
  const [gates, interviews, feedback, tasks, messages, timeline, workflow, questions, live] =
    await Promise.all([
      listGates(table, applicationId),
      listInterviews(table, applicationId),
      listApplicationFeedback(table, applicationId),
      listTasks(table, applicationId),
      listMessages(table, applicationId),
      listEvents(table, applicationId),
      journeyRevision({ table, workflows }, applicationId),
      listQuestions(table, applicationId),
      readLiveSettings(table),
    ]);
  return {
    application: {
      ...application,
      interests: namedIn(live.interests, application.interests),
      reference: referenceOf(applicationId),
      jobTitle: job.title,
      hasResume: application.resumeKey !== undefined,
    },
    keepsTo: {
      workflow: workflow ?? null,
      settings: application.pins?.settings ?? null,
      templates: application.pins?.templates ?? null,
    },
    criteria: answered(job.criteria, application.answers),
    gates,
    interviews,
    feedback,
    questions: questions.flatMap((question) => {
      const gate = gates.find(({ kind, subject }) => kind === 'question' && subject === question.questionId);
      return gate ? [viewOf(question, gate)] : [];
    }),
    tasks,
    messages: messages.map(({ key, message, to, status, seen, letter, sentAt, sendingAt, intendedAt }) => ({
      key,
      message,
      to,
      status,
      seen,
      at: sentAt ?? sendingAt ?? intendedAt,
      subject: letter?.subject,
    })),
    timeline,
  };
}
