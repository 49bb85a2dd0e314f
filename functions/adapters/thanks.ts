import { candidateFrameOf } from '../../domain/letters/frames.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { heldBack } from '../../domain/letters/may-send.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { parseMessage } from '../../domain/messages/messages.ts';
import { referralUrl } from '../../domain/referrals/referral.ts';
import { deliver } from './delivery.ts';
import { gatherFacts } from './letter-facts.ts';
import type { About } from './letter-links.ts';
import { letterOf } from './letters.ts';
import type { Mailer } from './mailer.ts';
import { findApplication } from './store/applications.ts';
import { findPerson } from './store/people.ts';
import { findReferralCode } from './store/referrals.ts';
import type { Credit } from './store/referrals.ts';
import type { Table } from './store/table.ts';

export interface Thanking {
  readonly table: Table;
  readonly mailer: Mailer;
  readonly linksOf: (about: About) => Promise<Facts['links']>;
  readonly from: string;
  readonly replyTo: string;
}

const name = 'referral-thanks';
const to = 'candidate';

/**
 * Thanks whoever recommended somebody, once for each credit: held back when they have taken back their consent, have
 * withdrawn or are suppressed by now, and not at all when they were erased.
 * @throws Contended, MailThrottled, MailRefused, MailUnconfirmed
 */
export async function thank(
  thanking: Thanking,
  { applicationId, creditId }: Credit,
  at: string,
): Promise<void> {
  const { table, mailer } = thanking;
  const application = await findApplication(table, applicationId);
  if (!application) return;
  const person = await findPerson(table, application.personHash);
  const code = await findReferralCode(table, application.personHash);
  if (!person || code === undefined) return;
  const key = `${name}.${to}.${creditId}`;
  const entry = { applicationId, key, message: name, to, at } as const;
  const why = heldBack(name, application, person);
  if (why !== undefined) {
    await deliver.holdBack(table, entry, why);
    return;
  }
  await deliver.once({ table, mailer }, entry, async () => {
    const asked = { applicationId, message: name, to, occurrence: creditId, at } as const;
    const facts = await gatherFacts(thanking, application, asked);
    const message = parseMessage(name, {
      ...candidateFrameOf(facts),
      unsubscribeUrl: facts.links.unsubscribe,
      shareUrl: referralUrl(facts.settings.company.careersUrl, code),
    });
    const { letter } = await letterOf(table, message, application);
    return {
      from: thanking.from,
      to: application.candidate.email,
      replyTo: thanking.replyTo,
      letter,
      tags: { application: applicationId, message: name, key: tagOfKey(key) },
      unsubscribeUrl: facts.links.unsubscribe,
    };
  });
}
