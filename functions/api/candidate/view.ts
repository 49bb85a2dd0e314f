import type * as z from 'zod';
import { timelineOf } from '../../../domain/api/candidate/timeline.ts';
import type { candidateView } from '../../../domain/api/candidate/view.ts';
import { interestsOf } from '../../../domain/api/intake/interests.ts';
import { referenceOf } from '../../../domain/ids.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import type { LedgerEntry } from '../../../domain/messages/ledger.ts';
import { namedIn } from '../../../domain/offers/interest.ts';
import { staffMemberOf } from '../../../domain/promises/owner.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { speaking } from '../../../domain/settings/staff-member.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { listEvents } from '../../adapters/store/events.ts';
import { listInterviews } from '../../adapters/store/interviews.ts';
import { listGates } from '../../adapters/store/gates.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import { listMessages } from '../../adapters/store/messages.ts';
import { findPerson } from '../../adapters/store/people.ts';
import { listQuestions } from '../../adapters/store/questions.ts';
import { readLiveSettings, settingsOf } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { findReferralCode } from '../../adapters/store/referrals.ts';
import { referralUrl } from '../../../domain/referrals/referral.ts';
import { mayRead } from './holder.ts';
import type { Holder } from './holder.ts';
import { offerOf } from './offer.ts';
import { preferencesOf } from './preferences.ts';
import { questionViews } from './questions.ts';

export type View = z.input<typeof candidateView>;

/**
 * An application as its candidate sees it; what belongs to the person, as the addressee of our mails alone does.
 * @throws NotFound when it, or the person, was erased
 */
export async function viewApplication(table: Table, holder: Holder, at: string): Promise<View> {
  const { applicationId, isAddressee } = holder;
  const application = await readApplication(table, applicationId);
  const { personHash, jobId } = application;
  const [job, pinned, live, person, events, interviews, messages, questions, gates] = await Promise.all([
    readJob(table, jobId),
    settingsOf(table, application),
    readLiveSettings(table),
    findPerson(table, personHash),
    listEvents(table, applicationId),
    listInterviews(table, applicationId),
    listMessages(table, applicationId),
    listQuestions(table, applicationId),
    listGates(table, applicationId),
  ]);
  if (!person) throw new NotFound('the person');
  const { locale } = application;
  const settings = speaking(pinned, locale);
  const [offer, code] = isAddressee
    ? await Promise.all([offerOf(table, application, live, at), findReferralCode(table, personHash)])
    : [null, undefined];
  return {
    applicationId,
    reference: referenceOf(applicationId),
    company: settings.company,
    job,
    name: application.candidate.name,
    stage: application.stage,
    outcome: application.outcome ?? null,
    submittedAt: application.submittedAt,
    zone: application.zone,
    locale,
    meetsAllCriteria: application.meetsAllCriteria ?? false,
    promise: application.promise ?? null,
    contact: staffMemberOf(settings, application.promise?.owner ?? job.recruiter, job),
    timeline: timelineOf(events),
    letters: messages.filter(mayRead(holder)).flatMap(letterOf),
    offer,
    referralUrl: code === undefined ? null : referralUrl(live.company.careersUrl, code),
    interviews: interviews.map((interview) => interviewOf(interview, settings)),
    questions: questionViews(questions, gates, settings),
    preferences: isAddressee ? preferencesOf(person, locale) : null,
    choices: {
      interests: namedIn(live.interests, interestsOf(live.offers)),
      consent: live.consentWording,
    },
  };
}

function letterOf({ to, status, sentAt, message, letter }: LedgerEntry): View['letters'] {
  if (to !== 'candidate' || status !== 'sent' || !letter || sentAt === undefined) return [];
  return [{ at: sentAt, message, subject: letter.subject, text: letter.text }];
}

function interviewOf(interview: Interview, { staff }: Settings): View['interviews'][number] {
  const { approved, interviewers, ...arranged } = interview;
  return {
    ...arranged,
    interviewers: staff.filter(({ id }) => interviewers.includes(id)),
    ...(approved && { feedback: approved }),
  };
}
