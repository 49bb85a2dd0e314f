import { compose } from '../../../domain/letters/compose.ts';
import type { Facts } from '../../../domain/letters/facts.ts';
import { heldBack, isNews, isOvertaken, mustBeTold, speaksOfHr } from '../../../domain/letters/may-send.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import { staffIdOf, staffMemberOf } from '../../../domain/promises/owner.ts';
import { isTold } from '../../../domain/promises/attention.ts';
import { questionIdOf } from '../../../domain/questions/question.ts';
import type { StepInput, StepOutput } from '../../../domain/steps/contracts.ts';
import { InvalidInput } from '../../../domain/steps/errors.ts';
import { askToCall } from './ask-to-call.ts';
import type { Letter } from './letter.ts';
import type { Office } from './office.ts';
import { said } from './raise-task.ts';

type Asked = StepInput<'send-message'>;

const links: Facts['links'] = {
  status: 'https://apply.example/status#token',
  survey: 'https://apply.example/survey#token',
  unsubscribe: 'https://apply.example/api/unsubscribe?token=token',
  action: 'https://apply.example/console',
};

/** Sends a message once, made from the facts as they are, so that a missing fact fails as it would for real. */
export function sendMessage(office: Office, asked: Asked): StepOutput<'send-message'> {
  const { table } = office;
  const { message, to, occurrence, gateId } = asked;
  if (!isMessageName(message)) throw new InvalidInput(`there is no message ${message}`);
  const gate = gateId === undefined ? undefined : table.data.gates[gateId];
  if (!isNews(message, table.application, gate, asked.taskId)) return { status: 'skipped' };
  if (speaksOfHr(message, asked) && isTold(table.application, said(table))) return { status: 'skipped' };
  const interview = table.data.interviews[asked.interviewId ?? ''];
  if (isOvertaken(message, occurrence, interview)) return { status: 'skipped' };
  const key = `${message}.${to}.${occurrence}`;
  const written = table.data.ledger[key];
  const why = heldBack(message, table.application, table.data.person);
  if (why !== undefined) {
    const untold = why === 'suppressed' && written?.status !== 'sent';
    if (untold && mustBeTold(message, table.application)) askToCall(office, { key, at: asked.at });
    if (!written) table.putLetter(key, { ...entryOf(asked), status: 'held-back', why });
    return { status: why === 'withdrawn' ? 'skipped' : 'suppressed' };
  }
  if (written) return { status: written.status === 'sent' ? 'already-sent' : 'suppressed' };
  const { variables } = compose(message, factsFor(office, asked));
  table.putLetter(key, { ...entryOf(asked), status: 'sent', dates: datesOf(variables) });
  return { status: 'sent' };
}

const entryOf = ({ at, message, to, occurrence, gateId, interviewId }: Asked): Omit<Letter, 'status'> => ({
  at,
  message,
  to,
  occurrence,
  ...(gateId !== undefined && { gateId }),
  ...(interviewId !== undefined && { interviewId }),
  dates: {},
});

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const datesOf = (variables: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && instant.test(entry[1]),
    ),
  );

function factsFor({ table, job, settings }: Office, asked: Asked): Facts {
  const { at, to, gateId, interviewId, taskId, message } = asked;
  const gate = gateId === undefined ? undefined : table.data.gates[gateId];
  const interviews = Object.values(table.data.interviews);
  const about = interviewId ?? gate?.subject.split('.')[0];
  const offer = settings.offers.find(({ id }) => id === table.data.codes[0]);
  return {
    at,
    application: table.application,
    job,
    settings,
    gate,
    interview:
      interviews.find((one) => one.interviewId === about) ??
      interviews.filter(({ status }) => status === 'scheduled').at(-1),
    task: taskId === undefined ? undefined : table.data.tasks[taskId],
    question: table.data.questions[questionIdOf(gateId) ?? ''],
    offer:
      message === 'loyalty-offer' && offer
        ? { code: 'SAMPLE', value: offer.value, expiresOn: at.slice(0, 10), shopUrl: offer.shopUrl }
        : undefined,
    colleague:
      to === 'candidate'
        ? undefined
        : staffMemberOf(settings, staffIdOf(to, job, taskId === undefined ? gate : undefined), job),
    links,
  };
}
