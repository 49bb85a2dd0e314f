import type { Application } from '../../domain/application/application.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { heldBack, isNews, isOvertaken, speaksOfHr } from '../../domain/letters/may-send.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { promisedIn } from '../../domain/messages/promised.ts';
import { categoryOf, isMessageName } from '../../domain/messages/messages.ts';
import type { MessageName } from '../../domain/messages/messages.ts';
import { isTold } from '../../domain/promises/attention.ts';
import { eachOnce, toldWith } from '../../domain/promises/owner.ts';
import type { Role } from '../../domain/promises/promise.ts';
import { questionIdOf } from '../../domain/questions/question.ts';
import { InvalidInput } from '../../domain/steps/errors.ts';
import { haveToldByCall } from '../adapters/calling.ts';
import { deliver } from '../adapters/delivery.ts';
import { inviteTo } from '../adapters/invites.ts';
import { gatherFacts } from '../adapters/letter-facts.ts';
import { writeLetter } from '../adapters/letters.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { findGate } from '../adapters/store/gates.ts';
import { listInterviews } from '../adapters/store/interviews.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { listMessages } from '../adapters/store/messages.ts';
import { findPerson } from '../adapters/store/people.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { mailServices } from '../runtime/mail-services.ts';
import { step } from '../runtime/step.ts';

/** Sends one message to one person, once: what it says is made from the facts as they are now. */
export const handler = step({
  name: 'send-message',
  services: mailServices,
  run: async (sources, asked) => {
    const { table, mailer, environment } = sources;
    const { applicationId, to, occurrence, at } = asked;
    const name = messageNamed(asked.message);
    const application = await readApplication(table, applicationId);
    const gate = asked.gateId === undefined ? undefined : await findGate(table, applicationId, asked.gateId);
    if (!isNews(name, application, gate, asked.taskId)) return { status: 'skipped' };
    if (gate && (await hearsAnyway(table, application, gate, { message: name, to })))
      return { status: 'skipped' };
    if (speaksOfHr(name, asked) && isTold(application, await listMessages(table, applicationId)))
      return { status: 'skipped' };
    const interviews = asked.interviewId === undefined ? [] : await listInterviews(table, applicationId);
    const interview = interviews.find(({ interviewId }) => interviewId === asked.interviewId);
    if (isOvertaken(name, occurrence, interview)) return { status: 'skipped' };
    const person = await findPerson(table, application.personHash);
    const key = `${name}.${to}.${occurrence}`;
    const why = heldBack(name, application, person);

    const questionId = questionIdOf(asked.gateId);
    const entry = {
      applicationId,
      key,
      message: name,
      to,
      at,
      ...(questionId !== undefined && { questionId }),
    };
    if (why !== undefined) {
      const { MAIL_FROM: from, MAIL_REPLY_TO: replyTo, SITE_URL: siteUrl } = environment;
      const calling = { table, mailer, from, replyTo, siteUrl };
      return deliver.holdBack(table, entry, why, () => haveToldByCall(calling, application, entry));
    }

    return deliver.once({ table, mailer }, entry, async () => {
      const facts = await gatherFacts(sources, application, asked);
      const { letter, message, phrases } = await writeLetter(table, name, facts);
      const marketing = categoryOf(name) === 'marketing';
      return {
        from: marketing ? environment.MARKETING_FROM : environment.MAIL_FROM,
        to: facts.colleague?.email ?? application.candidate.email,
        replyTo: environment.MAIL_REPLY_TO,
        letter,
        promises: promisedIn(message.variables),
        tags: { application: applicationId, message: name, key: tagOfKey(key) },
        unsubscribeUrl: marketing ? facts.links.unsubscribe : undefined,
        invite: await inviteTo(message, facts, phrases),
      };
    });
  },
});

/** Whether somebody is told the same in a role named before this one: who owes it may have changed since the promise was made. */
async function hearsAnyway(
  table: Table,
  application: Application,
  gate: Gate,
  { message, to }: { readonly message: MessageName; readonly to: Role },
): Promise<boolean> {
  const others = toldWith(gate, { message, to });
  if (others.length === 0) return false;
  const [settings, job] = await Promise.all([
    settingsOf(table, application),
    readJob(table, application.jobId),
  ]);
  return !eachOnce([...others, to], { settings, job, gate }).includes(to);
}

function messageNamed(name: string): MessageName {
  if (isMessageName(name)) return name;
  throw new InvalidInput(`there is no message ${name}`);
}
