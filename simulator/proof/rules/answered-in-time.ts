import type { Gate } from '../../../domain/application/gate-item.ts';
import { isNews } from '../../../domain/letters/may-send.ts';
import { promisedIn } from '../../../domain/messages/promised.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import { isOpen } from '../../../domain/application/stages.ts';
import { isTold } from '../../../domain/promises/attention.ts';
import { questionGateId } from '../../../domain/questions/question.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { TableData } from '../../what-if/model/table.ts';
import { aboutOf, attentionTo, lettersAbout, lettersTo, rests, toldUntil } from '../view.ts';
import type { Changed, Rule, Settled } from '../view.ts';

/** A wait ends on a full second; a step that hangs is given up after 481 s, and three may hang one after another. */
const second = 1_000;
const hanging = 30 * 60_000;

export const answeredInTime: Rule = {
  number: 2,
  title: 'by every promised instant the candidate has the answer or an honest new date',
  onChange: (changed) => moved(changed),
  onSettled: (settled) => {
    const { table } = settled;
    if (!rests(settled) || table.application.outcome === 'withdrawn') return undefined;
    return (
      passed(settled) ??
      unanswered(settled) ??
      forgotten(settled) ??
      unsaid(settled) ??
      unconfirmed(settled) ??
      early(settled) ??
      unasked(settled) ??
      unreminded(settled)
    );
  },
};

/** What the candidate's page says of a wait is put off by a rung of its ladder alone, which is told. */
function moved({ before, after }: Changed): string | undefined {
  const [was, is] = [before.application.promise, after.application.promise];
  if (!was || !is || was.kind !== is.kind || is.due <= was.due) return undefined;
  // Before there is a wait for it, feedback is promised by the interview, and goes with that when it is moved.
  if (is.gateId === undefined) return undefined;
  const rungOf = ({ gates }: TableData): number => gates[is.gateId ?? '']?.rung ?? -1;
  return rungOf(after) > rungOf(before)
    ? undefined
    : `${is.kind} was promised for ${was.due}, and is put off until ${is.due} without a word`;
}

/** The promise as it stands on the candidate's page must not lie in the past. */
function passed(settled: Settled): string | undefined {
  const { promise, stage } = settled.table.application;
  if (!isOpen(stage) || !promise) return undefined;
  if (isCared(settled, '')) {
    if (promise.kind === 'attention')
      return isTold(settled.table.application, sentAbout(settled.table))
        ? undefined
        : `HR sees to the application by ${promise.due}, and the candidate was not told`;
    if (isInTime(settled)) return undefined;
  }
  return passes(settled, promise.due)
    ? `${promise.kind} was promised for ${promise.due}, which passes in silence`
    : undefined;
}

/** What the candidate was sent about the application. */
const sentAbout = (table: TableData) =>
  lettersAbout('', table).map((letter) => ({ ...letter, sentAt: letter.at }));

/** No machine works on it any more, and HR's task is due by the date that the candidate awaits. */
function isInTime(settled: Settled): boolean {
  const [task] = attentionTo('', settled.table);
  return settled.table.application.stalled === true && task !== undefined && toldUntil(settled) >= task.due;
}

/** The same of every question that waits for an answer. */
function unanswered(settled: Settled): string | undefined {
  const { gates, questions } = settled.table;
  const late = Object.keys(questions)
    .map((questionId) => ({ questionId, gate: gates[questionGateId(questionId)] }))
    .find(
      ({ questionId, gate }) =>
        gate && gate.status !== 'closed' && passes(settled, gate.due) && !isCared(settled, questionId),
    );
  return late?.gate && `an answer was promised for ${late.gate.due}, which passes in silence`;
}

const passes = ({ nextTimer, faulted }: Settled, due: string): boolean =>
  nextTimer !== undefined && nextTimer > Date.parse(due) + (faulted ? hanging : second);

/** Whether HR looks after the application ('') or a question, since something failed. */
const isCared = ({ faulted, table }: Settled, about: string): boolean =>
  faulted && attentionTo(about, table).length > 0;

/** What became of a wait that the candidate knows of must have been said. */
function unsaid(settled: Settled): string | undefined {
  const { table, settings, faulted, nextTimer, world } = settled;
  if (faulted && nextTimer !== undefined && nextTimer < world.now + hanging) return undefined;
  for (const gate of Object.values(table.gates)) {
    const policy = policyOf(gate.kind, settings);
    const about = aboutOf(table, gate.gateId);
    if (policy?.audience !== 'candidate' || isCared(settled, about)) continue;
    const letters = lettersAbout(about, table);
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
    answered: ['answer'],
  };
  return words[outcome ?? ''];
}

function policyOf(kind: string, { promises }: Settings) {
  const known: Readonly<Record<string, Settings['promises']['shortlist']>> = promises;
  return known[kind];
}

/** The date that the last letter named must not pass in silence, whatever the application promises. */
function forgotten(settled: Settled): string | undefined {
  const { table } = settled;
  if (!isOpen(table.application.stage) || isCared(settled, '') || table.person.suppression) return undefined;
  const last = lettersAbout('', table).findLast(
    ({ message, dates }) => message === 'release' || promisedIn(dates) !== undefined,
  );
  const told = last && promisedIn(last.dates);
  return told !== undefined && passes(settled, told)
    ? `the candidate was told ${told}, which passes in silence`
    : undefined;
}

/** Of an interview the candidate knows when it is, or that it is not. */
function unconfirmed(settled: Settled): string | undefined {
  const { table, faulted, world } = settled;
  if (faulted) return undefined;
  const letters = lettersAbout('', table);
  for (const { interviewId, status, startsAt, endsAt } of Object.values(table.interviews)) {
    if (Date.parse(endsAt) <= world.now && status !== 'cancelled') continue;
    const heard = letters.filter((letter) => letter.interviewId === interviewId);
    const told =
      status === 'cancelled'
        ? heard.some(({ message }) => message === 'interview-cancelled')
        : heard.some((letter) => letter.status === 'held-back' || letter.dates['startsAt'] === startsAt);
    if (!told) return `an interview is ${status} for ${startsAt}, and the candidate was not told`;
  }
  return undefined;
}

/** Neither word of delay nor a release comes before the date that was promised. */
function early({ taken }: Settled): string | undefined {
  const rung = taken.find((one) => one.early);
  return rung && `${rung.gateId}: ${rung.message ?? 'a deadline'} comes before its time`;
}

/** Whoever owes what was promised has been asked for it: a reminder is no request. */
function unasked({ table, settings, faulted }: Settled): string | undefined {
  if (faulted) return undefined;
  for (const { gateId, kind, status } of Object.values(table.gates)) {
    const { opens } = policyOf(kind, settings) ?? {};
    // Of several roles of one person the first is told.
    const [first] = opens?.to ?? [];
    if (status === 'closed' || opens === undefined || first === undefined) continue;
    const asked = lettersTo(first, table).some(
      (one) => one.gateId === gateId && one.message === opens.message,
    );
    if (!asked) return `${gateId} was opened, and the ${first} was not asked by ${opens.message}`;
  }
  return undefined;
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
