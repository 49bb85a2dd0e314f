import { settle, touch, undo, withdraw } from '../../domain/application/gate-changes.ts';
import { isUndoable } from '../../domain/application/gate.ts';
import type { GateOutcome } from '../../domain/application/gate.ts';
import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { approve, cancel, reschedule, schedule } from '../../domain/interviews/changes.ts';
import type { Interview } from '../../domain/interviews/interview.ts';
import { holdUntil } from '../../domain/promises/kept.ts';
import { beginQuestion } from '../../domain/questions/begin.ts';
import { questionGateId, refuseUnlessAskable } from '../../domain/questions/question.ts';
import type { QuestionForm } from '../../domain/questions/question.ts';
import { NotAllowed } from '../../domain/steps/errors.ts';
import { isOverByWithdrawal, overByWithdrawal } from '../../domain/tasks/of-withdrawal.ts';
import { finish } from '../../domain/tasks/task.ts';
import { applicationId } from './office.ts';
import type { Office } from './office.ts';
import type { World } from './world.ts';

const reasons = [{ code: 'experience', task: 'serving at a till', shown: 'stock work' }];
/** Ids of interviews, in the order they are arranged. */
const interviewIdOf = (index: number): string =>
  `01KJT${'ABCDEFGHJK'.charAt(index % 10)}0000${'ABCDEFGHJK'.charAt(Math.floor(index / 10)).repeat(16)}`;

/** What people do, as the API lets them: a change by the rules, and then the machine that waits is woken. */
export class People {
  readonly #office: Office;
  readonly #world: World;

  constructor(office: Office, world: World) {
    this.#office = office;
    this.#world = world;
  }

  get #at(): string {
    return new Date(this.#world.now).toISOString();
  }

  /** @throws NotAllowed when somebody, or the timer, was first */
  decide(gateId: string, outcome: GateOutcome): void {
    const gate = this.#office.gate(gateId);
    const { undoWindow } = this.#office.settings;
    this.#put(
      settle(gate, {
        outcome,
        decision: { by: 'ana-ruiz', at: this.#at, reasons, strength: 'You listen well.' },
        holdUntil: isUndoable(gate.kind) ? holdUntil(this.#at, gate.due, undoWindow) : null,
      }),
    );
  }

  /** @throws NotAllowed when it is too late */
  undo(gateId: string): void {
    this.#put(undo(this.#office.gate(gateId), this.#at));
  }

  /** Closes every open gate and the application together; too late when the application is closed. */
  withdraw(): 'withdrawn' | 'too-late' {
    if (this.#office.application.stage === 'closed') return 'too-late';
    this.#office.change({ stage: 'withdrawn', promise: null, answeredAt: this.#at }, this.#at);
    for (const task of this.#office.tasks.values())
      if (isOverByWithdrawal(task))
        this.#office.tasks.set(task.taskId, finish(task, overByWithdrawal(this.#at)));
    for (const gate of [...this.#office.gates.values()].filter(({ status }) => status !== 'closed'))
      this.#put(withdraw(gate, this.#at));
    this.takeUp();
    return 'withdrawn';
  }

  /** Arranges an interview of an hour; gives its id. */
  schedule(startsAt: string, interviewers: string[] = ['tom-becker']): string {
    const interviewId = interviewIdOf(this.#office.interviews.size);
    const plan = { startsAt, minutes: 60, zone: 'Europe/London', place: '12 Market Street', interviewers };
    const interview = schedule(applicationId, interviewId, plan, { by: 'ana-ruiz', at: this.#at });
    const gate = [...this.#office.gates.values()].findLast(({ kind }) => kind === 'interview-date');
    if (!gate) throw new NotAllowed('no interview date is awaited');
    const decision = { by: 'ana-ruiz', at: this.#at, interviewId };
    const settled = settle(gate, { outcome: 'scheduled', decision, holdUntil: null });
    this.#office.interviews.set(interviewId, interview);
    this.#put(settled);
    return interviewId;
  }

  reschedule(interviewId: string, startsAt: string): void {
    const { minutes, zone, place, interviewers } = this.#office.interview(interviewId);
    const plan = { startsAt, minutes, zone, place, interviewers };
    this.#changeInterview(
      reschedule(this.#office.interview(interviewId), plan, { by: 'ana-ruiz', at: this.#at }),
    );
  }

  cancel(interviewId: string): void {
    this.#changeInterview(cancel(this.#office.interview(interviewId), { by: 'ana-ruiz', at: this.#at }));
  }

  #changeInterview(interview: Interview): void {
    this.#office.interviews.set(interview.interviewId, interview);
    const gate = this.#office.gates.get(gateIdOf('interview', interview.interviewId));
    if (gate) this.#put(touch(gate));
  }

  /** Wakes the machine that waits for an interview although nothing has changed. */
  wakeForNothing(interviewId: string): void {
    this.#put(touch(this.#office.gate(gateIdOf('interview', interviewId))));
  }

  giveFeedback(interviewId: string, interviewer: string): void {
    const gate = this.#office.gate(gateIdOf('feedback', `${interviewId}.${interviewer}`));
    const decision = { by: interviewer, at: this.#at };
    this.#put(settle(gate, { outcome: 'given', decision, holdUntil: null }));
  }

  approve(interviewId: string): void {
    const gate = this.#office.gate(gateIdOf('approval', interviewId));
    const by = { by: 'grace-okafor', at: this.#at };
    const settled = settle(gate, { outcome: 'approved', decision: { ...by, interviewId }, holdUntil: null });
    const text = { strengths: ['You listened.'], improvements: ['Ask about the till.'] };
    this.#office.interviews.set(interviewId, approve(this.#office.interview(interviewId), text, by));
    this.#put(settled);
  }

  /** Asks, or books a call; gives the question's id. What sees to it is started by the caller. */
  ask(form: QuestionForm): string {
    refuseUnlessAskable(this.#office.application, [...this.#office.gates.values()]);
    const questionId = interviewIdOf(this.#office.questions.size).replace('01KJT', '01KJQ');
    const { application, job, settings } = this.#office;
    const begun = beginQuestion(form, { application, job, settings, questionId, at: this.#at });
    this.#office.questions.set(questionId, begun.question);
    this.#office.gates.set(begun.gate.gateId, begun.gate);
    return questionId;
  }

  answer(questionId: string): void {
    const decision = { by: 'omar-haddad', at: this.#at, text: 'Nobody works on Sundays.' };
    const gate = this.#office.gate(questionGateId(questionId));
    this.#put(settle(gate, { outcome: 'answered', decision, holdUntil: null }));
  }

  tickOff(questionId: string): void {
    const decision = { by: 'ana-ruiz', at: this.#at, note: 'Spoke for five minutes.' };
    const gate = this.#office.gate(questionGateId(questionId));
    this.#put(settle(gate, { outcome: 'called', decision, holdUntil: null }));
  }

  #put(gate: Gate): void {
    this.#office.gates.set(gate.gateId, gate);
    if (gate.token !== undefined) this.#world.succeed(gate.token, viewOf(gate));
    this.takeUp();
  }

  /** Whoever finishes the task of a stalled journey, or acts where its machine would have listened. */
  takeUp(): void {
    const run = this.#office.takeUp();
    if (run !== undefined) this.#world.start('candidate-journey', run, { applicationId });
  }
}
