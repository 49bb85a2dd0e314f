import { variable } from '../../domain/environment.ts';
import { compose } from '../../domain/letters/compose.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { heldBack, isNews } from '../../domain/letters/may-send.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { categoryOf, isMessageName } from '../../domain/messages/messages.ts';
import type { Message, MessageName } from '../../domain/messages/messages.ts';
import { InvalidInput } from '../../domain/steps/errors.ts';
import { deliver } from '../adapters/delivery.ts';
import { gatherFacts } from '../adapters/letter-facts.ts';
import { openLinks } from '../adapters/links.ts';
import { openMailer } from '../adapters/mailer.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { findPerson } from '../adapters/store/people.ts';
import { readLiveRevision } from '../adapters/store/revisions.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { published } from '../adapters/store/keys.ts';
import { readStationery } from '../adapters/store/templates.ts';
import type { Stationery } from '../adapters/store/templates.ts';
import { calendarInvite } from '../mail/invite.ts';
import { render } from '../mail/render.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { step } from '../runtime/step.ts';

const names = [
  variable.table,
  variable.linkKey,
  variable.siteUrl,
  variable.mailFrom,
  variable.marketingFrom,
  variable.replyTo,
  variable.configurationSet,
] as const;

function services() {
  const environment = readEnvironment(...names);
  return {
    environment,
    table: openTable(environment.TABLE_NAME),
    links: openLinks(environment.LINK_KEY_ID),
    siteUrl: environment.SITE_URL,
    mailer: openMailer(environment.CONFIGURATION_SET),
  };
}

/** Sends one message to one person, once: what it says is made from the facts as they are now. */
export const handler = step({
  name: 'send-message',
  services,
  run: async (sources, asked) => {
    const { table, mailer, environment } = sources;
    const { applicationId, to, occurrence, at } = asked;
    const name = messageNamed(asked.message);
    const application = await readApplication(table, applicationId);
    if (!isNews(name, application, asked.gateId)) return { status: 'skipped' };
    const person = await findPerson(table, application.personHash);
    const key = `${name}.${to}.${occurrence}`;
    const why = heldBack(name, application, person);

    const entry = { applicationId, key, message: name, to, at };
    if (why !== undefined) return deliver.holdBack(table, entry, why);

    return deliver.once({ table, mailer }, entry, async () => {
      const facts = await gatherFacts(sources, application, asked);
      const { letter, invite } = await write(table, name, facts);
      const marketing = categoryOf(name) === 'marketing';
      return {
        from: marketing ? environment.MARKETING_FROM : environment.MAIL_FROM,
        to: facts.colleague?.email ?? application.candidate.email,
        replyTo: environment.MAIL_REPLY_TO,
        letter,
        tags: { application: applicationId, message: name, key: tagOfKey(key) },
        unsubscribeUrl: marketing ? facts.links.unsubscribe : undefined,
        invite,
      };
    });
  },
});

function messageNamed(name: string): MessageName {
  if (isMessageName(name)) return name;
  throw new InvalidInput(`there is no message ${name}`);
}

/** Colleagues read their own language and the company's time, candidates theirs. */
async function write(table: Table, name: MessageName, facts: Facts) {
  const { application, colleague, settings } = facts;
  const revision = application.pins?.templates ?? (await readLiveRevision(table, published.templates));
  const locale = colleague?.locale ?? application.locale;
  const zone = colleague ? settings.calendar.zone : application.zone;
  const stationery = await readStationery(table, revision, locale, name);
  const message = compose(name, facts);
  return {
    letter: render({ ...stationery, message, locale, zone }),
    invite: inviteTo(message, facts, stationery.phrases),
  };
}

/** What puts an interview into the candidate's calendar, moves it there or takes it out. */
function inviteTo(message: Message, { application, interview, at }: Facts, phrases: Stationery['phrases']) {
  const concerns = message.name === 'interview-scheduled' || message.name === 'interview-cancelled';
  if (!concerns || !interview) return undefined;
  const { interviewId, sequence } = interview;
  const { locale, candidate } = application;
  return calendarInvite({
    message,
    locale,
    phrases,
    interviewId,
    sequence,
    stampedAt: at,
    attendee: candidate.email,
  });
}
