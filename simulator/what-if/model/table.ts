import type { Application } from '../../../domain/application/application.ts';
import { withdraw } from '../../../domain/application/gate-changes.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { isOpen, outcomeOf, stagesBefore } from '../../../domain/application/stages.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { Contended, NotFound } from '../../../domain/steps/errors.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import type { Letter } from './letter.ts';

/** Something the audit trail holds that a timeline shows. */
interface Noted {
  readonly at: string;
  readonly type: 'PromiseMade' | 'PromiseKept' | 'PromiseBroken' | 'PromiseExtended' | 'OfferIssued';
  readonly about: string;
  readonly due?: string;
}

/** What the table holds of one application. Never changed in place, so that a copy is free. */
export interface TableData {
  readonly application: Application;
  readonly person: Person;
  readonly gates: Readonly<Record<string, Gate>>;
  readonly interviews: Readonly<Record<string, Interview>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly questions: Readonly<Record<string, Question>>;
  readonly ledger: Readonly<Record<string, Letter>>;
  /** Ids of the campaigns of which a code was issued. */
  readonly codes: readonly string[];
  readonly audit: readonly Noted[];
}

type Change = Partial<Omit<Application, 'promise'>> & { promise?: Application['promise'] | null };

/** The table, changed by the rules that the store's conditional writes enforce. */
export class Table {
  data: TableData;

  constructor(data: TableData) {
    this.data = data;
  }

  get application(): Application {
    return this.data.application;
  }

  get gates(): readonly Gate[] {
    return Object.values(this.data.gates);
  }

  /** A new stage may only come from those the rules name; a promise of `null` takes it away. */
  change({ promise, stage, ...rest }: Change, at: string): void {
    const { promise: before, ...current } = this.application;
    if (stage && !stagesBefore(stage).includes(current.stage)) throw new Contended('the application');
    const now = promise === null ? undefined : (promise ?? before);
    const outcome = stage && outcomeOf(stage);
    const application: Application = {
      ...current,
      ...rest,
      ...(stage && { stage }),
      ...(outcome && { outcome }),
      ...(now && { promise: now }),
      version: current.version + 1,
      updatedAt: at,
    };
    this.data = { ...this.data, application };
  }

  /** @throws NotFound */
  gate(gateId: string): Gate {
    const found = this.data.gates[gateId];
    if (!found) throw new NotFound('the gate');
    return found;
  }

  /** @throws NotFound */
  interview(interviewId: string): Interview {
    const found = this.data.interviews[interviewId];
    if (!found) throw new NotFound('the interview');
    return found;
  }

  putGate(gate: Gate): void {
    this.data = { ...this.data, gates: { ...this.data.gates, [gate.gateId]: gate } };
  }

  putInterview(interview: Interview): void {
    const interviews = { ...this.data.interviews, [interview.interviewId]: interview };
    this.data = { ...this.data, interviews };
  }

  putQuestion(question: Question): void {
    const questions = { ...this.data.questions, [question.questionId]: question };
    this.data = { ...this.data, questions };
  }

  putTask(task: Task): void {
    this.data = { ...this.data, tasks: { ...this.data.tasks, [task.taskId]: task } };
  }

  putLetter(key: string, letter: Letter): void {
    this.data = { ...this.data, ledger: { ...this.data.ledger, [key]: letter } };
  }

  putPerson(person: Person): void {
    this.data = { ...this.data, person };
  }

  issueCode(campaign: string, at: string): void {
    this.data = { ...this.data, codes: [...this.data.codes, campaign] };
    this.note({ at, type: 'OfferIssued', about: campaign });
  }

  note(noted: Noted): void {
    this.data = { ...this.data, audit: [...this.data.audit, noted] };
  }

  /** Opened before means opened; after a withdrawal the gate is given closed and nothing is written. */
  open(gate: Gate, more: { promise?: Application['promise']; stage?: Application['stage'] } = {}): Gate {
    const found = this.data.gates[gate.gateId];
    if (found) return found;
    const { stage: current, outcome } = this.application;
    if (outcome === 'withdrawn') return withdraw(gate, gate.openedAt);
    const { promise, stage } = more;
    const change: Change = {
      ...(promise && isOpen(current) && { promise }),
      ...(stage && stage !== current && { stage }),
    };
    this.change(change, gate.openedAt);
    this.putGate(gate);
    return gate;
  }
}
