import { addElapsed } from '../../domain/calendar/elapsed.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { questions } from './model/questions.ts';
import type { Wish } from './model/questions.ts';
import { people } from './model/people.ts';
import type { World } from './model/world.ts';
import type { Act } from './scenario.ts';

/** An act whose time has been set: when, and at which gate if it answers one. */
export interface Planned {
  readonly at: number;
  readonly gate?: Gate;
}

const kinds = {
  schedule: 'interview-date',
  reschedule: 'interview',
  cancel: 'interview',
  feedback: 'feedback',
  approve: 'approval',
  settle: 'question',
} as const;

/** When an act is due, once what it answers has come about; undefined before. */
export function plan(world: World, act: Act): Planned | undefined {
  const { table } = world.office;
  const after = (from: string): number =>
    Date.parse(addElapsed(from, act.after, world.office.settings.calendar.zone));
  switch (act.act) {
    case 'withdraw':
    case 'bounce':
    case 'unsubscribe':
    case 'ask':
      return { at: after(table.application.submittedAt) };
    case 'undo': {
      const gate = table.gates.find(({ kind, status }) => kind === act.on && status === 'held');
      return gate?.decision && { at: after(gate.decision.at), gate };
    }
    case 'decide':
    case 'schedule':
    case 'reschedule':
    case 'cancel':
    case 'feedback':
    case 'approve':
    case 'settle': {
      const wanted = act.act === 'decide' ? act.on : kinds[act.act];
      const gate = table.gates.find(
        (one) => one.kind === wanted && one.status === 'pending' && concerns(world, act, one),
      );
      return gate && { at: after(gate.openedAt), gate };
    }
  }
}

/** Feedback is given at one's own gate; the interview asked of by number. */
function concerns(world: World, act: Act, { subject }: Gate): boolean {
  if (act.act !== 'feedback') return true;
  const [interviewId = '', interviewer] = subject.split('.');
  return world.office.table.interview(interviewId).interviewers[act.interviewer - 1] === interviewer;
}

/** Somebody acts now. @throws NotAllowed, NotFound when it is too late */
export function perform(world: World, act: Act, gate: Gate | undefined): void {
  const { office, at } = world;
  const { gateId = '', subject = '' } = gate ?? {};
  const starts = (within: string): string => addElapsed(at, within, office.settings.calendar.zone);
  const [interviewId = '', interviewer = ''] = subject.split('.');
  const changed = (() => {
    switch (act.act) {
      case 'withdraw':
      case 'bounce':
      case 'unsubscribe':
        return people[act.act](office, at);
      case 'decide':
        return people.decide(office, at, gateId, act.outcome);
      case 'undo':
        return people.undo(office, at, gateId);
      case 'schedule':
        return people.schedule(
          office,
          at,
          starts(act.startsIn),
          office.job.interviewers.slice(0, act.interviewers),
        );
      case 'reschedule':
        return people.reschedule(office, at, interviewId, starts(act.startsIn));
      case 'cancel':
        return people.cancel(office, at, interviewId);
      case 'feedback':
        return people.giveFeedback(office, at, interviewId, interviewer);
      case 'approve':
        return people.approve(office, at, interviewId);
      case 'ask':
        return ask(world, act);
      case 'settle':
        return questions.settle(office, at, gateId, act.outcome);
    }
  })();
  world.wake(changed);
}

/** A question has a machine of its own, which the stream starts as soon as it is asked. */
export function ask(world: World, wish: Wish): Gate[] {
  const { applicationId } = world.office.table.application;
  const questionId = questions.ask(world.office, world.at, wish);
  world.start('callback-request', `${applicationId}-${questionId}`, { applicationId, questionId });
  return [];
}
