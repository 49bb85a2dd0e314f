import { answered } from '../../../domain/decisions/answered.ts';
import type { CandidateExport } from '../../../domain/api/candidate/export.ts';
import type { ApplicationEvent } from '../../../domain/application/application.ts';
import { lifeAt } from '../../../domain/codes/code-life.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { referralUrl } from '../../../domain/referrals/referral.ts';
import type { LedgerEntry } from '../../../domain/messages/ledger.ts';
import { namedIn } from '../../../domain/offers/interest.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { listEvents } from '../../adapters/store/events.ts';
import { listGates } from '../../adapters/store/gates.ts';
import { listInterviews } from '../../adapters/store/interviews.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import { listMessages } from '../../adapters/store/messages.ts';
import { findOfferOf } from '../../adapters/store/offers.ts';
import { findPerson } from '../../adapters/store/people.ts';
import { listQuestions } from '../../adapters/store/questions.ts';
import { findReferralOf } from '../../adapters/store/referrals.ts';
import { readLiveSettings, settingsOf } from '../../adapters/store/revisions.ts';
import { findSurvey } from '../../adapters/store/surveys.ts';
import type { Table } from '../../adapters/store/table.ts';
import { mayRead } from './holder.ts';
import type { Holder } from './holder.ts';
import { questionViews } from './questions.ts';

/**
 * Everything held of an application and its candidate, as one document; of the candidate as a person only for the
 * addressee of our mails.
 * @throws NotFound when it, or the person, was erased
 */
export async function exportApplication(table: Table, holder: Holder, at: string): Promise<CandidateExport> {
  const { applicationId, isAddressee } = holder;
  const application = await readApplication(table, applicationId);
  const [
    job,
    settings,
    live,
    person,
    interviews,
    questions,
    gates,
    messages,
    events,
    offer,
    referral,
    survey,
  ] = await Promise.all([
    readJob(table, application.jobId),
    settingsOf(table, application),
    readLiveSettings(table),
    findPerson(table, application.personHash),
    listInterviews(table, applicationId),
    listQuestions(table, applicationId),
    listGates(table, applicationId),
    listMessages(table, applicationId),
    listEvents(table, applicationId),
    isAddressee ? findOfferOf(table, applicationId) : undefined,
    isAddressee ? findReferralOf(table, application) : undefined,
    findSurvey(table, applicationId),
  ]);
  if (!person) throw new NotFound('the person');
  const colleagues = [
    ...settings.staff.map(({ id }) => id),
    ...interviews.flatMap(({ interviewers }) => interviewers),
    ...events.flatMap(({ type, detail }) =>
      type === 'PromiseHandedOver' ? [String(detail['from']), String(detail['to'])] : [],
    ),
  ];
  const { name, website, postalAddress } = settings.company;
  const { submittedAt, stage, outcome, answeredAt, closedAt, zone, meetsAllCriteria, resumeKey } =
    application;
  return {
    madeAt: at,
    company: { name, website, postalAddress },
    application: {
      applicationId,
      job: { title: job.title, location: job.location },
      candidate: application.candidate,
      submittedAt,
      stage,
      outcome,
      answeredAt,
      closedAt,
      locale: application.locale,
      zone,
      interests: namedIn(live.interests, application.interests),
      answers: answered(job.criteria, application.answers).flatMap(({ question, answer }) =>
        answer === null ? [] : [{ question, answer }],
      ),
      meetsAllCriteria,
      resumeKey,
    },
    ...(isAddressee && {
      person: {
        name: person.name,
        email: person.email,
        locale: person.locale,
        interests: namedIn(live.interests, person.interests),
        consents: person.consents,
        offersAskedAt: person.offersAskedAt,
        suppression: person.suppression,
      },
    }),
    interviews: interviews.map((interview) => interviewOf(interview, settings)),
    questions: questionViews(questions, gates, settings).map((asked) => ({
      ...asked,
      person: asked.person.name,
    })),
    ...(offer && {
      offer: {
        code: offer.code,
        value: offer.value,
        issuedAt: offer.issuedAt,
        expiresOn: offer.expiresOn,
        state: lifeAt(offer.life, at).state,
      },
    }),
    ...(referral && {
      referral: {
        url: referralUrl(settings.company.careersUrl, referral.code),
        createdAt: referral.createdAt,
      },
    }),
    ...(survey && { survey: { score: survey.score, word: survey.word, at: survey.at } }),
    messages: messages
      .filter(mayRead(holder))
      .flatMap(messageOf)
      .sort((one, other) => (one.at < other.at ? -1 : 1)),
    events: events.map((event) => eventOf(event, colleagues)),
  };
}

function messageOf(entry: LedgerEntry): CandidateExport['messages'] {
  const { to, message, status, seen, letter, sentAt, sendingAt, intendedAt } = entry;
  if (to !== 'candidate') return [];
  const at = sentAt ?? sendingAt ?? intendedAt;
  return [{ message, at, status, seen, ...(letter && { subject: letter.subject, text: letter.text }) }];
}

/** What names a colleague, such as the gate of one interviewer's feedback, stays with us. */
function eventOf(
  { at, type, actor, detail }: ApplicationEvent,
  colleagues: readonly string[],
): CandidateExport['events'][number] {
  const { owner, ...rest } = detail;
  const told = Object.entries(rest).filter(
    ([, value]) => !colleagues.some((id) => String(value).includes(id)),
  );
  return { at, type, actor: actor === 'candidate' ? 'you' : 'us', detail: Object.fromEntries(told) };
}

function interviewOf(interview: Interview, { staff }: Settings): CandidateExport['interviews'][number] {
  const { interviewId, status, startsAt, endsAt, zone, place, videoUrl, bring, approved } = interview;
  const names = staff.filter(({ id }) => interview.interviewers.includes(id)).map(({ name }) => name);
  return {
    interviewId,
    status,
    startsAt,
    endsAt,
    zone,
    place,
    videoUrl,
    bring,
    interviewers: names,
    ...(approved && { feedback: approved }),
  };
}
