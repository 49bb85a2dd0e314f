import { compose } from '../../domain/letters/compose.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { taskDue } from '../../domain/letters/dates.ts';
import { heldBack, isNews, isOvertaken, mustBeTold, speaksOfHr } from '../../domain/letters/may-send.ts';
import { isMessageName } from '../../domain/messages/messages.ts';
import { eachOnce, staffIdOf, staffMemberOf, toldWith } from '../../domain/promises/owner.ts';
import { isTold } from '../../domain/promises/attention.ts';
import { questionIdOf } from '../../domain/questions/question.ts';
import type { StepInput, StepOutput } from '../../domain/steps/contracts.ts';
import { InvalidInput } from '../../domain/steps/errors.ts';
import { callAbout } from '../../domain/tasks/call.ts';
import { links, said } from './office.ts';
import type { Office } from './office.ts';

/** Sends a message once, made from the facts as they are, so that a missing fact fails as it would for real. */
export function sendMessage(office: Office, asked: StepInput<'send-message'>): StepOutput<'send-message'> {
  const { message, to, occurrence, at, gateId } = asked;
  if (!isMessageName(message)) throw new InvalidInput(`there is no message ${message}`);
  if (
    !isNews(
      message,
      office.application,
      gateId === undefined ? undefined : office.gates.get(gateId),
      asked.taskId,
    )
  )
    return { status: 'skipped' };
  if (hearsAnyway(office, asked)) return { status: 'skipped' };
  if (speaksOfHr(message, asked) && isTold(office.application, said(office))) return { status: 'skipped' };
  const interview = office.interviews.get(asked.interviewId ?? '');
  if (isOvertaken(message, occurrence, interview)) return { status: 'skipped' };
  const key = `${message}.${to}.${occurrence}`;
  const written = office.ledger.get(key);
  if (written) return { status: written.status === 'sent' ? 'already-sent' : 'suppressed' };
  const entry = { at, message, to, occurrence, questionId: questionIdOf(gateId) };
  const why = heldBack(message, office.application, office.person);
  if (why !== undefined) {
    if (why === 'suppressed' && mustBeTold(message, office.application)) askToCall(office, key, at);
    office.ledger.set(key, { ...entry, status: 'held-back' });
    return { status: why === 'withdrawn' ? 'skipped' : 'suppressed' };
  }
  const { variables } = compose(message, factsFor(office, asked));
  office.ledger.set(key, { ...entry, status: 'sent', variables });
  return { status: 'sent' };
}

function hearsAnyway(
  { gates, settings, job }: Office,
  { message, to, gateId }: StepInput<'send-message'>,
): boolean {
  const gate = gates.get(gateId ?? '');
  if (!gate) return false;
  return !eachOnce([...toldWith(gate, { message, to }), to], { settings, job, gate }).includes(to);
}

function askToCall({ application, job, settings, tasks }: Office, key: string, at: string): void {
  const { applicationId } = application;
  const untold = { applicationId, key, at, due: taskDue(settings, at), owner: job.recruiter };
  const { opened, replaced } = callAbout([...tasks.values()], untold);
  for (const task of [...replaced, ...(opened ? [opened] : [])]) tasks.set(task.taskId, task);
}

function factsFor(
  office: Office,
  { at, to, gateId, interviewId, taskId, message }: StepInput<'send-message'>,
): Facts {
  const { application, job, settings } = office;
  const gate = gateId === undefined ? undefined : office.gates.get(gateId);
  const interviews = [...office.interviews.values()];
  const about = interviewId ?? gate?.subject.split('.')[0];
  return {
    at,
    application,
    job,
    settings,
    gate,
    interview:
      interviews.find((one) => one.interviewId === about) ??
      interviews.filter(({ status }) => status === 'scheduled').at(-1),
    task: taskId === undefined ? undefined : office.tasks.get(taskId),
    question: office.questions.get(questionIdOf(gateId) ?? ''),
    offer:
      message === 'loyalty-offer'
        ? {
            code: 'GRAZIE',
            value: { percent: 15 },
            expiresOn: at.slice(0, 10),
            shopUrl: settings.company.shopUrl,
          }
        : undefined,
    colleague:
      to === 'candidate'
        ? undefined
        : staffMemberOf(settings, staffIdOf(to, job, taskId === undefined ? gate : undefined), job),
    links,
  };
}
