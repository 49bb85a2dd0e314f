import { settle, touch, undo, withdraw } from '../../../domain/application/gate-changes.ts';
import { isUndoable } from '../../../domain/application/gate.ts';
import type { GateOutcome } from '../../../domain/application/gate.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { approve, cancel, reschedule, schedule } from '../../../domain/interviews/changes.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { mustBeTold } from '../../../domain/letters/may-send.ts';
import { isMessageName } from '../../../domain/messages/messages.ts';
import { unsubscribed } from '../../../domain/people/person.ts';
import { suppressed } from '../../../domain/people/suppressed.ts';
import { holdUntil } from '../../../domain/promises/kept.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import {
  isOverByWithdrawal,
  overByWithdrawal,
  tasksOfWithdrawal,
} from '../../../domain/tasks/of-withdrawal.ts';
import { finish } from '../../../domain/tasks/task.ts';
import { askToCall } from './ask-to-call.ts';
import type { Office } from './office.ts';

const reasons = [{ code: 'experience', task: 'serving at a till', shown: 'stock work' }];
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids of interviews, in the order they are arranged. */
const interviewIdOf = (index: number): string =>
  `01KJT${digits.charAt(Math.floor(index / 32) % 32)}${digits.charAt(index % 32)}`.padEnd(26, '0');

/** What people do, as the API lets them: a change by the rules; each gives the gates whose machines must be woken. */
export const people = {
  /** @throws NotAllowed when somebody, or the timer, was first */
  decide({ table, settings, job }: Office, at: string, gateId: string, outcome: GateOutcome): Gate[] {
    const gate = table.gate(gateId);
    // Only who declines says why: a letter made from another decision fails for want of that.
    const why = outcome === 'declined' ? { reasons, strength: 'You listen well.' } : {};
    const decision = { by: job.recruiter, at, ...why };
    const hold = isUndoable(gate.kind) ? holdUntil(at, gate.due, settings.undoWindow) : null;
    return put({ table }, settle(gate, { outcome, decision, holdUntil: hold }));
  },

  /** @throws NotAllowed when it is too late */
  undo({ table }: Office, at: string, gateId: string): Gate[] {
    return put({ table }, undo(table.gate(gateId), at));
  },

  /** Closes every open gate and the application together. @throws NotAllowed when it is closed already */
  withdraw({ table, job }: Office, at: string): Gate[] {
    if (table.application.outcome === 'withdrawn') return [];
    if (table.application.stage === 'closed') throw new NotAllowed('the application is closed already');
    table.change({ stage: 'withdrawn', promise: null, answeredAt: at }, at);
    const interviews = Object.values(table.data.interviews);
    for (const task of tasksOfWithdrawal(interviews, { owner: job.recruiter, at })) table.putTask(task);
    const over = Object.values(table.data.tasks).filter(isOverByWithdrawal);
    for (const task of over) table.putTask(finish(task, overByWithdrawal(at)));
    const open = table.gates.filter(({ status }) => status !== 'closed');
    return open.flatMap((gate) => put({ table }, withdraw(gate, at)));
  },

  /** Arranges an interview that the awaited date is settled with. @throws NotAllowed when none is awaited */
  schedule({ table, job }: Office, at: string, startsAt: string, interviewers = job.interviewers): Gate[] {
    const interviewId = interviewIdOf(Object.keys(table.data.interviews).length);
    const plan = { startsAt, minutes: 60, zone: table.application.zone, place: 'Head office', interviewers };
    const by = { by: job.recruiter, at };
    const interview = schedule(table.application.applicationId, interviewId, plan, by);
    const gate = table.gates.find(({ kind, status }) => kind === 'interview-date' && status === 'pending');
    if (!gate) throw new NotAllowed('no interview date is awaited');
    const settled = settle(gate, {
      outcome: 'scheduled',
      decision: { ...by, interviewId },
      holdUntil: null,
    });
    table.putInterview(interview);
    return put({ table }, settled);
  },

  /** @throws NotAllowed when it is cancelled or over */
  reschedule(office: Office, at: string, interviewId: string, startsAt: string): Gate[] {
    const interview = office.table.interview(interviewId);
    const { minutes, zone, place, interviewers } = interview;
    const plan = { startsAt, minutes, zone, interviewers, ...(place !== undefined && { place }) };
    return changeInterview(office, reschedule(interview, plan, { by: office.job.recruiter, at }));
  },

  /** @throws NotAllowed when it is cancelled or over */
  cancel(office: Office, at: string, interviewId: string): Gate[] {
    return changeInterview(
      office,
      cancel(office.table.interview(interviewId), { by: office.job.recruiter, at }),
    );
  },

  giveFeedback({ table }: Office, at: string, interviewId: string, interviewer: string): Gate[] {
    const gate = table.gate(gateIdOf('feedback', `${interviewId}.${interviewer}`));
    return put(
      { table },
      settle(gate, { outcome: 'given', decision: { by: interviewer, at }, holdUntil: null }),
    );
  },

  approve({ table, job }: Office, at: string, interviewId: string): Gate[] {
    const by = { by: job.lead, at };
    const settled = settle(table.gate(gateIdOf('approval', interviewId)), {
      outcome: 'approved',
      decision: { ...by, interviewId },
      holdUntil: null,
    });
    const text = { strengths: ['You listened.'], improvements: ['Ask about the till.'] };
    table.putInterview(approve(table.interview(interviewId), text, by));
    return put({ table }, settled);
  },

  /** The last mail to the candidate comes back: no more is sent, and a person is asked to call with what it said. */
  bounce(office: Office, at: string): Gate[] {
    const { table } = office;
    table.putPerson(suppressed(table.data.person, 'bounced', at));
    const [key, letter] =
      Object.entries(table.data.ledger).findLast(
        ([, { to, status }]) => to === 'candidate' && status === 'sent',
      ) ?? [];
    if (key !== undefined && letter && isMessageName(letter.message)) {
      if (mustBeTold(letter.message, table.application)) askToCall(office, { key, at });
    }
    return [];
  },

  /** One click on the link that every offer carries, or the box on the candidate's page. */
  unsubscribe({ table }: Office, at: string): Gate[] {
    table.putPerson(unsubscribed(table.data.person, at));
    return [];
  },
};

function changeInterview({ table }: Office, interview: Interview): Gate[] {
  table.putInterview(interview);
  const gate = table.data.gates[gateIdOf('interview', interview.interviewId)];
  return gate ? put({ table }, touch(gate)) : [];
}

function put({ table }: Pick<Office, 'table'>, gate: Gate): Gate[] {
  table.putGate(gate);
  return [gate];
}
