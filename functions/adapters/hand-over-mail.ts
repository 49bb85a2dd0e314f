import { need } from '../../domain/letters/facts.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { tagOfKey } from '../../domain/messages/ledger.ts';
import { noteToOwner } from '../../domain/promises/new-owner.ts';
import { ownerRoleOf } from '../../domain/promises/owner.ts';
import { questionIdOf } from '../../domain/questions/question.ts';
import { deliver } from './delivery.ts';
import type { Post } from './erasure-mail.ts';
import { gatherFacts } from './letter-facts.ts';
import type { About } from './letter-links.ts';
import { writeLetter } from './letters.ts';
import { findApplication } from './store/applications.ts';
import { findGate } from './store/gates.ts';
import { findHandOver } from './store/hand-overs.ts';
import type { Table } from './store/table.ts';

interface Telling {
  readonly table: Table;
  readonly post: Post;
  readonly linksOf: (about: About) => Promise<Facts['links']>;
}

/**
 * Tells whoever something was handed over to that it is theirs, once for each time. Nobody is told once it is settled or
 * somebody else's again, or the application is erased.
 * @throws MailThrottled, MailRefused, MailUnconfirmed, Contended
 */
export async function tellNewOwner(
  { table, post, linksOf }: Telling,
  applicationId: string,
  handOverId: string,
): Promise<'told' | 'over'> {
  const [application, handOver] = await Promise.all([
    findApplication(table, applicationId),
    findHandOver(table, applicationId, handOverId),
  ]);
  const gate = handOver && (await findGate(table, applicationId, handOver.gateId));
  if (!application || gate?.status !== 'pending' || gate.owner !== handOver?.owner) return 'over';
  const { at, gateId } = handOver;
  const message = noteToOwner(gate.kind);
  const to = ownerRoleOf(gate.kind);
  const occurrence = `${gateId}.${handOverId}`;
  const key = `${message}.${to}.${occurrence}`;
  const questionId = questionIdOf(gateId);
  const entry = { applicationId, key, message, to, at, ...(questionId !== undefined && { questionId }) };
  await deliver.once({ table, mailer: post.mailer }, entry, async () => {
    const asked = { applicationId, message, to, occurrence, gateId, at };
    const facts = await gatherFacts({ table, linksOf }, application, asked);
    const { letter } = await writeLetter(table, message, facts);
    return {
      from: post.from,
      to: need(facts.colleague, 'a colleague to write to').email,
      replyTo: post.replyTo,
      letter,
      tags: { application: applicationId, message, key: tagOfKey(key) },
    };
  });
  return 'told';
}
