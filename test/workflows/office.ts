import type { Application } from '../../domain/application/application.ts';
import { application as applicationSchema } from '../../domain/application/application.ts';
import { currentRun, runName } from '../../domain/application/run.ts';
import { takeRung, withdraw } from '../../domain/application/gate-changes.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { isOpen, outcomeOf, stagesBefore } from '../../domain/application/stages.ts';
import type { Interview } from '../../domain/interviews/interview.ts';
import { job as jobSchema } from '../../domain/jobs/job.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { Facts } from '../../domain/letters/facts.ts';
import { promisedIn } from '../../domain/messages/promised.ts';
import type { Person } from '../../domain/people/person.ts';
import { applied } from '../../domain/people/person.ts';
import type { Question } from '../../domain/questions/question.ts';
import { settings as settingsSchema } from '../../domain/settings/settings.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { Contended, NotFound } from '../../domain/steps/errors.ts';
import type { Task } from '../../domain/tasks/task.ts';
import defaults from '../../workflows/settings.json' with { type: 'json' };

export const applicationId = '01KJPZ3C8RQ0VBTN5W2XEDF7QM';
export const personHash = 'julia';

/** What the mail service was handed, or what was held back. */
export interface Letter {
  readonly at: string;
  readonly message: string;
  readonly to: string;
  readonly occurrence: string;
  readonly status: 'sent' | 'held-back';
  readonly questionId?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Event {
  readonly at: string;
  readonly type: 'PromiseKept' | 'PromiseBroken';
  readonly gateId: string;
}

export const someJob: Job = jobSchema.parse({
  jobId: 'sales-assistant',
  title: 'Sales assistant',
  location: 'Leeds',
  description: 'Help people find what they came for.',
  locale: 'en',
  criteria: [{ id: 'weekends', question: 'Weekends?', text: 'works at weekends', expected: true }],
  resume: 'none',
  recruiter: 'ana-ruiz',
  backup: 'omar-haddad',
  lead: 'grace-okafor',
  interviewers: ['tom-becker', 'lin-zhao'],
  status: 'open',
  version: 1,
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-01-05T09:00:00.000Z',
});

export const defaultSettings: Settings = settingsSchema.parse(defaults);

export const links: Facts['links'] = {
  status: 'https://apply.example/status#token',
  survey: 'https://apply.example/survey#token',
  unsubscribe: 'https://apply.example/api/unsubscribe?token=token',
  action: 'https://apply.example/console',
};

/** What the table holds of one application, in memory, changed by the rules the real store enforces. */
export class Office {
  readonly settings: Settings;
  readonly job: Job = someJob;
  application: Application;
  person: Person;
  readonly gates = new Map<string, Gate>();
  readonly interviews = new Map<string, Interview>();
  readonly tasks = new Map<string, Task>();
  readonly questions = new Map<string, Question>();
  readonly ledger = new Map<string, Letter>();
  /** Campaigns of the codes that this application brought. */
  readonly codes: string[] = [];
  /** Whether another application of the same person brought a code that can still be used. */
  hasCodeElsewhere = false;
  readonly audit: Event[] = [];

  constructor(submittedAt: string, settings: Settings, consents: boolean) {
    this.settings = settings;
    this.application = applicationSchema.parse({
      applicationId,
      jobId: this.job.jobId,
      personHash,
      stage: 'received',
      version: 1,
      submittedAt,
      updatedAt: submittedAt,
      locale: 'en',
      zone: 'Europe/London',
      candidate: { name: 'Julia Perez', email: 'julia@home.example' },
      answers: { weekends: true },
      interests: ['books'],
      promise: {
        kind: 'acknowledgement',
        due: submittedAt,
        firstDue: submittedAt,
        madeAt: submittedAt,
        owner: this.job.recruiter,
      },
    });
    this.person = applied(undefined, {
      personHash,
      email: 'julia@home.example',
      name: 'Julia Perez',
      locale: 'en',
      interests: ['books'],
      at: submittedAt,
      consentTo: consents ? settings.consentWording.version : undefined,
    });
  }

  /** Changes the application; a new stage may only come from those the rules name. `null` takes away. */
  change(
    {
      promise,
      stage,
      ...rest
    }: Partial<Omit<Application, 'promise'>> & { promise?: Application['promise'] | null },
    at: string,
  ): void {
    if (stage && !stagesBefore(stage).includes(this.application.stage))
      throw new Contended('the application');
    const { promise: before, ...current } = this.application;
    const now = promise === null ? undefined : (promise ?? before);
    const outcome = stage && outcomeOf(stage);
    this.application = applicationSchema.parse({
      ...current,
      ...rest,
      ...(stage && { stage }),
      ...(outcome && { outcome }),
      ...(now && { promise: now }),
      version: current.version + 1,
      updatedAt: at,
    });
  }

  /** A stalled journey is taken up again: gives the name of its next run, or nothing when it is not stalled. */
  takeUp(): string | undefined {
    const { stalled, ...application } = this.application;
    if (!stalled) return undefined;
    const run = currentRun(application) + 1;
    this.application = { ...application, run };
    return runName(applicationId, run);
  }

  note(at: string, type: Event['type'], gateId: string): void {
    this.audit.push({ at, type, gateId });
  }

  gate(gateId: string): Gate {
    const found = this.gates.get(gateId);
    if (!found) throw new NotFound('the gate');
    return found;
  }

  interview(interviewId: string): Interview {
    const found = this.interviews.get(interviewId);
    if (!found) throw new NotFound('the interview');
    return found;
  }

  /** Opened before means opened; after a withdrawal the gate is given closed and nothing is written. */
  open(gate: Gate, more: { promise?: Application['promise']; stage?: Application['stage'] } = {}): Gate {
    const found = this.gates.get(gate.gateId);
    if (found) return found;
    if (this.application.outcome === 'withdrawn') return withdraw(gate, gate.openedAt);
    const { promise, stage } = more;
    this.change(
      {
        ...(promise && isOpen(this.application.stage) && { promise }),
        ...(stage && stage !== this.application.stage && { stage }),
      },
      gate.openedAt,
    );
    this.gates.set(gate.gateId, gate);
    return gate;
  }

  /** The timer's move, with what it means for the application. */
  climb(gate: Gate, rung: Parameters<typeof takeRung>[1], at: string): Gate {
    const next = takeRung(gate, rung, at);
    if (next === gate) return gate;
    if (gate.kept !== false && next.kept === false) this.note(at, 'PromiseBroken', gate.gateId);
    this.gates.set(gate.gateId, next);
    return next;
  }
}

/** The ledger, as far as it says what the candidate knows. */
export const said = ({ ledger }: Office) =>
  [...ledger.values()].map((letter) => ({
    ...letter,
    sentAt: letter.at,
    promises: promisedIn(letter.variables ?? {}),
  }));
