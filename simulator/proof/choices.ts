import type { GateOutcome } from '../../domain/application/gate.ts';
import { isUndoable } from '../../domain/application/gate.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { exactMilliseconds } from '../../domain/calendar/duration.ts';
import { isoOf } from '../../domain/calendar/instant.ts';
import { wantsOffers } from '../../domain/people/person.ts';
import type { CallWindow } from '../../domain/questions/question.ts';
import { ask } from '../what-if/acts.ts';
import type { Wish } from '../what-if/model/questions.ts';
import { people } from '../what-if/model/people.ts';
import { questions } from '../what-if/model/questions.ts';
import type { Office } from '../what-if/model/office.ts';
import type { World } from '../what-if/model/world.ts';

/** What may still happen on a path: each is spent once, so that the search has an end. */
export interface Budget {
  /** One thing may go wrong: a step for good, the candidate's mailbox, or their consent. */
  readonly trouble: number;
  readonly undos: number;
  /** Interviews that may be arranged, and those moved or called off. */
  readonly interviews: number;
  readonly changes: number;
  /** How often another interview may be asked for. */
  readonly rounds: number;
  /** How many people interview. */
  readonly interviewers: number;
  /** What the candidate may still ask for, once: an answer in writing, or a call. */
  readonly questions: readonly Wish['wants'][];
  /** Whether anybody decides on the application. */
  readonly decides: boolean;
}

/** Nothing goes wrong, nothing is undone, and nobody interviews or asks. */
export const calm: Budget = {
  trouble: 0,
  undos: 0,
  interviews: 0,
  changes: 0,
  rounds: 0,
  interviewers: 0,
  questions: [],
  decides: true,
};

/** Something a person may do now. */
export interface Choice {
  readonly text: string;
  readonly act: (world: World) => Gate[];
  readonly budget: Budget;
  /** It may happen between two steps of a machine as well as while it waits. */
  readonly races: boolean;
  /** It also matters so shortly before the next timer, in ms. */
  readonly lately?: number;
}

const second = 1_000;
const minute = 60_000;
const day = 86_400_000;
const decisions: Readonly<Record<string, readonly GateOutcome[]>> = {
  shortlist: ['shortlisted', 'declined'],
  'interview-date': ['declined'],
  'next-step': ['hired', 'declined', 'another-interview'],
};

/** Everything that people may do as things stand. */
export function choices(office: Office, budget: Budget): Choice[] {
  const { table } = office;
  const { stage, outcome } = table.application;
  const found: Choice[] = [];
  const add: Add = (text, act, races, spent = {}, lately) =>
    void found.push({ text, act, races, budget: { ...budget, ...spent }, ...(lately && { lately }) });

  for (const gate of table.gates) {
    if (gate.status === 'pending') pending(gate, office, budget, add);
    if (gate.status === 'held' && isUndoable(gate.kind) && budget.undos > 0)
      add(
        `${gate.gateId}: undo`,
        ({ office: on, at }) => people.undo(on, at, gate.gateId),
        false,
        { undos: budget.undos - 1 },
        second,
      );
  }
  if (stage !== 'closed' && outcome !== 'withdrawn')
    add('the candidate withdraws', ({ office: on, at }) => people.withdraw(on, at), true);
  if (budget.trouble > 0 && outcome !== 'withdrawn') {
    const spent = { trouble: 0 };
    if (!table.data.person.suppression && Object.keys(table.data.ledger).length > 0)
      add('a mail bounces', ({ office: on, at }) => people.bounce(on, at), false, spent);
    if (wantsOffers(table.data.person))
      add('the candidate unsubscribes', ({ office: on, at }) => people.unsubscribe(on, at), false, spent);
  }
  return [...found, ...askings(office, budget)];
}

/** What a candidate may ask: at any time, after the end of the journey, too. */
export function askings({ table, settings }: Office, budget: Budget): Choice[] {
  if (table.application.outcome === 'withdrawn') return [];
  return budget.questions.map((wants) => ({
    text: wants === 'answer' ? 'the candidate asks a question' : 'the candidate books the next call',
    act: (world) =>
      ask(world, wants === 'answer' ? { wants } : { wants, window: nextWindow(settings, world.now) }),
    races: false,
    budget: { ...budget, questions: [] },
  }));
}

/** The first window that could be offered if the company never closed. */
function nextWindow({ callBacks: { notice, window } }: Office['settings'], now: number): CallWindow {
  const from = now + exactMilliseconds(notice);
  return { from: isoOf(from), to: isoOf(from + exactMilliseconds(window)) };
}

type Add = (
  text: string,
  act: Choice['act'],
  races: boolean,
  spent?: Partial<Budget>,
  lately?: number,
) => void;

function pending(gate: Gate, { job, table }: Office, budget: Budget, add: Add): void {
  const { gateId, kind, subject } = gate;
  const [interviewId = '', interviewer = ''] = subject.split('.');
  for (const outcome of budget.decides ? (decisions[kind] ?? []) : []) {
    const again = outcome === 'another-interview';
    if (again && budget.rounds === 0) continue;
    const spent = again ? { rounds: budget.rounds - 1 } : {};
    const act: Choice['act'] = ({ office, at }) => people.decide(office, at, gateId, outcome);
    // So late that it can be undone just before a deadline.
    const lately = isUndoable(kind) && budget.undos > 0 ? minute : undefined;
    add(`${gateId}: decides ${outcome}`, act, true, spent, lately);
  }
  if (kind === 'interview-date' && budget.interviews > 0)
    add(
      `${gateId}: arranges an interview in two days`,
      ({ office, at }) =>
        people.schedule(office, at, later(at, 2), job.interviewers.slice(0, budget.interviewers)),
      true,
      { interviews: budget.interviews - 1 },
    );
  if (kind === 'interview' && budget.changes > 0) {
    const spent = { changes: budget.changes - 1 };
    add(
      `${interviewId}: moves the interview`,
      ({ office, at }) => people.reschedule(office, at, interviewId, later(at, 3)),
      false,
      spent,
    );
    add(
      `${interviewId}: cancels the interview`,
      ({ office, at }) => people.cancel(office, at, interviewId),
      false,
      spent,
    );
  }
  if (kind === 'feedback')
    add(
      `${interviewer} gives feedback`,
      ({ office, at }) => people.giveFeedback(office, at, interviewId, interviewer),
      true,
    );
  if (kind === 'approval')
    add('the lead approves the feedback', ({ office, at }) => people.approve(office, at, interviewId), true);
  if (kind === 'question') {
    const outcome = table.data.questions[subject]?.wants === 'call' ? 'called' : 'answered';
    const act: Choice['act'] = ({ office, at }) => questions.settle(office, at, gateId, outcome);
    add(`the question is ${outcome}`, act, true);
  }
}

const later = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();
