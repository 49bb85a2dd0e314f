import type { FeedbackDraft, FeedbackForm } from '../../../domain/feedback/feedback.ts';
import { unpublished, unrated } from '../../../domain/feedback/rated.ts';
import type { Misfit } from '../../../domain/feedback/rated.ts';
import { writingState } from '../../../domain/feedback/writing.ts';
import { whoseLink } from '../../../domain/feedback/whose.ts';
import type { Whose } from '../../../domain/feedback/whose.ts';
import { shortNameOf } from '../../../domain/letters/frames.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { giveFeedback, readFeedbackGate, saveDraft } from '../../adapters/store/feedback-changes.ts';
import { findFeedback } from '../../adapters/store/feedback.ts';
import { readInterview } from '../../adapters/store/interviews.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import type { Table } from '../../adapters/store/table.ts';
import { linkHolder } from '../../runtime/link-holder.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Exchange } from '../../runtime/request.ts';
import { wake } from '../../runtime/wake.ts';
import type { Services } from '../link-services.ts';

/** Whose feedback the caller's link is about. */
async function ownFeedback({ links }: Services, { caller, at }: Exchange): Promise<Whose> {
  return whoseLink(await linkHolder(links, 'interviewer', caller.bearer, at));
}

export async function readRequest(services: Services, exchange: Exchange) {
  const { table } = services;
  const whose = await ownFeedback(services, exchange);
  const { applicationId, interviewId, interviewer } = whose;
  const [{ candidate }, job, interview, gate, feedback] = await Promise.all([
    readApplication(table, applicationId),
    jobOf(table, applicationId),
    readInterview(table, applicationId, interviewId),
    readFeedbackGate(table, whose),
    findFeedback(table, applicationId, interviewId, interviewer),
  ]);
  return {
    jobTitle: job.title,
    candidateName: shortNameOf(candidate.name),
    interview: { startsAt: interview.startsAt, zone: interview.zone },
    criteria: job.criteria,
    due: gate.due,
    state: writingState(interview, gate, exchange.at),
    feedback: feedback ?? null,
  };
}

export async function keepDraft(services: Services, request: Exchange & { readonly body: FeedbackDraft }) {
  const whose = await ownFeedback(services, request);
  const { criteria } = await jobOf(services.table, whose.applicationId);
  refuseMisfits(unpublished(request.body.ratings ?? [], criteria));
  return saveDraft(services.table, whose, request.body, request.at);
}

export async function give(services: Services, request: Exchange & { readonly body: FeedbackForm }) {
  const whose = await ownFeedback(services, request);
  const { criteria } = await jobOf(services.table, whose.applicationId);
  const { ratings } = request.body;
  refuseMisfits([...unpublished(ratings, criteria), ...unrated(ratings, criteria)]);
  const { feedback, gate } = await giveFeedback(services.table, whose, request.body, request.at);
  if (gate.status === 'held') await wake(services, gate, request.at);
  return feedback;
}

async function jobOf(table: Table, applicationId: string) {
  return readJob(table, (await readApplication(table, applicationId)).jobId);
}

function refuseMisfits(misfits: readonly Misfit[]): void {
  if (misfits.length === 0) return;
  throw new Refusal(422, {
    detail: 'the feedback does not fit the job; see errors',
    errors: misfits.map(({ path, message }) => ({ field: ['body', ...path].join('.'), message })),
  });
}
