import type { Message, VariablesOf } from '../messages/messages.ts';
import { staffIdOf, staffMemberOf } from '../promises/owner.ts';
import { owed, task as mailedTask } from '../messages/kinds.ts';
import { toldBy } from '../tasks/call.ts';
import { InvalidInput } from '../steps/errors.ts';
import { dueOf, hoursBetween } from './dates.ts';
import { need } from './facts.ts';
import type { Facts } from './facts.ts';
import { contactOf, firstNameOf, meetsAllCriteria, personOf, staffFrameOf } from './frames.ts';
import { owedKind } from './kinds.ts';

type StaffNotes = { readonly [Name in Message['name']]?: (facts: Facts) => VariablesOf<Name> };

const clockOf = (facts: Facts) => {
  const { due } = need(facts.gate, 'the gate');
  return { due, hoursLeft: hoursBetween(facts.at, due) };
};

/** What happens to the candidate when nobody acts: a new date while there is one left, else the release. */
const atDeadline = ({ gate, settings }: Facts): 'delay' | 'release' => {
  const { kind, due, firstDue } = need(gate, 'the gate');
  const { extension } = policyOf(kind, settings);
  return due === firstDue && extension.times > 0 ? 'delay' : 'release';
};

const policyOf = (kind: string, { promises }: Facts['settings']) => {
  const known: Record<string, (typeof promises)['shortlist']> = promises;
  return need(known[kind], `a policy for ${kind}`);
};

const reminders = ({ gate, settings }: Facts): number => {
  const { kind, rung } = need(gate, 'the gate');
  const ladder = policyOf(kind, settings).ladder;
  return ladder.slice(0, Math.max(0, rung)).filter(({ action }) => action === 'remind').length;
};

const feedbackKind = ({ gate }: Facts): 'feedback' | 'approval' => {
  const { kind } = need(gate, 'the gate');
  if (kind === 'feedback' || kind === 'approval') return kind;
  throw new InvalidInput(`nobody owes feedback at a gate of kind ${kind}`);
};

/** Who takes a question over next, and when: whoever its ladder escalates to after this reminder. */
const escalationAfter = (facts: Facts): { name: string; at: string } | undefined => {
  const { rungs = [] } = need(facts.gate, 'the gate');
  const next = rungs.find(({ action, at }) => action === 'escalate' && at > facts.at);
  if (!next) return undefined;
  const role = next.to.includes('lead') ? 'lead' : 'backup';
  return { name: nameOf(facts, staffIdOf(role, facts.job)), at: next.at };
};

const nameOf = ({ settings, job }: Facts, id: string): string => staffMemberOf(settings, id, job).name;

/** What each note to a colleague says, made from the facts. */
export const staffNotes: StaffNotes = {
  'decision-reminder': (facts) => ({
    ...staffFrameOf(facts),
    ...clockOf(facts),
    kind: owedKind(facts),
    atDeadline: atDeadline(facts),
  }),

  'decision-escalation': (facts) => ({
    ...staffFrameOf(facts),
    ...clockOf(facts),
    kind: owedKind(facts),
    atDeadline: atDeadline(facts),
    owner: nameOf(facts, need(facts.gate, 'the gate').owner),
    reminders: reminders(facts),
  }),

  'feedback-request': (facts) => ({
    ...staffFrameOf(facts),
    kind: feedbackKind(facts),
    interviewedAt: need(facts.interview, 'the interview').startsAt,
    due: clockOf(facts).due,
  }),

  'feedback-reminder': (facts) => ({
    ...staffFrameOf(facts),
    ...clockOf(facts),
    kind: feedbackKind(facts),
    nextAsked: nameOf(facts, staffIdOf(feedbackKind(facts) === 'feedback' ? 'lead' : 'owner', facts.job)),
  }),

  'feedback-escalation': (facts) => ({
    ...staffFrameOf(facts),
    ...clockOf(facts),
    kind: feedbackKind(facts),
    missing: nameOf(facts, need(facts.gate, 'the gate').owner),
  }),

  'question-assigned': (facts) => {
    const { wants, text, phone, window } = need(facts.question, 'the question');
    const candidatePhone = phone ?? facts.application.candidate.phone;
    return {
      ...staffFrameOf(facts),
      wants,
      question: text,
      ...(candidatePhone !== undefined && { candidatePhone }),
      ...(window && { callFrom: window.from }),
      due: clockOf(facts).due,
    };
  },

  'question-reminder': (facts) => {
    const takesOver = escalationAfter(facts);
    return {
      ...staffFrameOf(facts),
      ...clockOf(facts),
      ...(takesOver && { lead: takesOver.name, takeoverAt: takesOver.at }),
    };
  },

  'task-raised': (facts) => {
    const asked = need(facts.task, 'the task');
    const { task, subject, due } = asked;
    const [told] = toldBy(asked);
    const { phone } = facts.application.candidate;
    const kind = owed.safeParse(facts.gate?.kind).data;
    return {
      ...staffFrameOf(facts),
      // Thanks that could not be sent stop nothing else, so they are another thing to ask for.
      task: subject === 'loyalty-offer' ? 'thanks' : mailedTask.parse(task),
      due,
      ...(kind && { kind }),
      ...(told && { told }),
      ...(phone !== undefined && { candidatePhone: phone }),
    };
  },

  'welcome-call': (facts) => {
    const { name, phone } = facts.application.candidate;
    const { submittedAt } = facts.application;
    return {
      ...staffFrameOf(facts),
      firstName: firstNameOf(name),
      fullName: name,
      person: personOf(contactOf(facts), need(facts.colleague, 'a colleague to write to').locale),
      ...(phone !== undefined && { candidatePhone: phone }),
      ...meetsAllCriteria(facts),
      decisionDue: dueOf('shortlist', facts.settings, submittedAt),
    };
  },
};
