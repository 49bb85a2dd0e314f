import type { Gate } from '../../../domain/application/gate-item.ts';
import { isNews } from '../../../domain/letters/may-send.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import { isOpen } from '../../../domain/application/stages.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { lettersTo, needsAttention, rests } from '../view.ts';
import type { Rule, Settled } from '../view.ts';

/** A wait ends on a full second; a step that hangs is given up after 481 s, and three may hang one after another. */
const second = 1_000;
const hanging = 30 * 60_000;

export const answeredInTime: Rule = {
  number: 2,
  title: 'by every promised instant the candidate has the answer or an honest new date',
  onSettled: (settled) => {
    const { table, faulted } = settled;
    if (!rests(settled) || table.application.outcome === 'withdrawn') return undefined;
    const cared = faulted && needsAttention(table);
    return passed(settled, cared) ?? (cared ? undefined : (unsaid(settled) ?? unreminded(settled)));
  },
};

/** The promise as it stands on the candidate's page must not lie in the past. */
function passed({ table, nextTimer, faulted }: Settled, cared: boolean): string | undefined {
  const { promise, stage } = table.application;
  if (!isOpen(stage) || !promise || nextTimer === undefined) return undefined;
  if (cared && promise.kind === 'attention') return undefined;
  const latest = Date.parse(promise.due) + (faulted ? hanging : second);
  return nextTimer > latest
    ? `${promise.kind} was promised for ${promise.due}, which passes in silence`
    : undefined;
}

/** What became of a wait that the candidate knows of must have been said. */
function unsaid({ table, settings, faulted, nextTimer, world }: Settled): string | undefined {
  if (faulted && nextTimer !== undefined && nextTimer < world.now + hanging) return undefined;
  const letters = lettersTo('candidate', table);
  for (const gate of Object.values(table.gates)) {
    const policy = policyOf(gate.kind, settings);
    if (policy?.audience !== 'candidate') continue;
    const { gateId, status, due, firstDue, openedAt } = gate;
    if (status !== 'closed' && due > firstDue) {
      const told = letters.some((one) => one.gateId === gateId && (one.dates['newDate'] ?? due) === due);
      if (!told) return `${gateId} has the new date ${due}, and the candidate was not told`;
    }
    const wanted = status === 'closed' ? wordFor(gate) : undefined;
    const since = gate.decision?.at ?? openedAt;
    if (wanted && !letters.some(({ message, at }) => wanted.includes(message) && at >= since))
      return `${gateId} ended as ${gate.outcome ?? 'nothing'}, and the candidate was not told`;
  }
  return undefined;
}

/** Messages one of which says how a wait ended. */
function wordFor({ outcome, settledBy }: Gate): readonly string[] | undefined {
  if (settledBy === 'candidate') return undefined;
  const words: Readonly<Record<string, readonly string[]>> = {
    released: ['release'],
    declined: ['decline', 'decline-after-interview'],
    shortlisted: ['invitation'],
    'another-interview': ['invitation'],
    scheduled: ['interview-scheduled', 'interview-cancelled'],
    approved: ['interview-feedback'],
    hired: ['hired'],
  };
  return words[outcome ?? ''];
}

function policyOf(kind: string, { promises }: Settings) {
  const known: Readonly<Record<string, Settings['promises']['shortlist']>> = promises;
  return known[kind];
}

/** Whoever a rung of the ladder reminds, escalates to or tells has heard of it. */
function unreminded({ taken, table, faulted, world }: Settled): string | undefined {
  if (faulted) return undefined;
  for (const { gateId, message, to } of taken) {
    if (
      message !== null &&
      isMessageName(message) &&
      !isNews(message, table.application, table.gates[gateId])
    )
      continue;
    for (const whom of message === null ? [] : to) {
      const heard = lettersTo(whom, table).some(
        (one) => one.gateId === gateId && one.message === message && Date.parse(one.at) >= world.now,
      );
      if (!heard) return `${gateId}: ${message} was due, and the ${whom} did not get it`;
    }
  }
  return undefined;
}
