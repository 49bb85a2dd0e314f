import type { Application } from '../../domain/application/application.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { staffIdOf, staffMemberOf } from '../../domain/promises/owner.ts';
import { questionIdOf } from '../../domain/questions/question.ts';
import type { StepInput } from '../../domain/steps/contracts.ts';
import type { About } from './letter-links.ts';
import { findGate } from './store/gates.ts';
import { listInterviews } from './store/interviews.ts';
import { readJob } from './store/jobs.ts';
import { findOfferOf } from './store/offers.ts';
import { settingsOf } from './store/revisions.ts';
import type { Table } from './store/table.ts';
import { findQuestion } from './store/questions.ts';
import { findTask } from './store/tasks.ts';

interface Sources {
  readonly table: Table;
  /** The addresses that the letter carries. */
  readonly linksOf: (about: About) => Promise<Facts['links']>;
}

/** Reads everything a message may be made from. */
export async function gatherFacts(
  { table, linksOf }: Sources,
  application: Application,
  asked: StepInput<'send-message'>,
): Promise<Facts> {
  const { applicationId } = application;
  const questionId = questionIdOf(asked.gateId);
  const [settings, job, gate, interviews, task, offer, question] = await Promise.all([
    settingsOf(table, application),
    readJob(table, application.jobId),
    asked.gateId === undefined ? undefined : findGate(table, applicationId, asked.gateId),
    listInterviews(table, applicationId),
    asked.taskId === undefined ? undefined : findTask(table, applicationId, asked.taskId),
    asked.message === 'loyalty-offer' ? findOfferOf(table, applicationId) : undefined,
    questionId === undefined ? undefined : findQuestion(table, applicationId, questionId),
  ]);
  const about = asked.interviewId ?? gate?.subject.split('.')[0];
  const held = interviews.filter(({ status }) => status === 'scheduled');
  return {
    at: asked.at,
    application,
    job,
    settings,
    gate,
    interview: interviews.find(({ interviewId }) => interviewId === about) ?? held.at(-1),
    task,
    question,
    offer: offer && {
      code: offer.code,
      value: offer.value,
      expiresOn: offer.expiresOn,
      shopUrl: settings.offers.find(({ id }) => id === offer.campaign)?.shopUrl ?? settings.company.shopUrl,
    },
    colleague:
      asked.to === 'candidate'
        ? undefined
        : // A task is for the job's own people, whoever owed what it came of.
          staffMemberOf(settings, staffIdOf(asked.to, job, task ? undefined : gate), job),
    links: await linksOf({ application, gate, asked: askedOf(asked, gate?.kind), at: asked.at }),
  };
}

/** A task and somebody else's missing feedback are looked into; what a gate waits for is done at the gate. */
function askedOf({ to, taskId }: StepInput<'send-message'>, kind: string | undefined) {
  if (kind === 'feedback') return to === 'interviewer' ? 'give-feedback' : 'look';
  return taskId === undefined && (kind === 'shortlist' || kind === 'next-step') ? 'decide' : 'look';
}
