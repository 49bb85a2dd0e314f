import { settle, takeRung } from '../../../domain/application/gate-changes.ts';
import { application as applicationSchema } from '../../../domain/application/application.ts';
import type { Application } from '../../../domain/application/application.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { approve, cancel, schedule } from '../../../domain/interviews/changes.ts';
import { job as jobSchema } from '../../../domain/jobs/job.ts';
import type { Facts } from '../../../domain/letters/facts.ts';
import { settings as settingsSchema } from '../../../domain/settings/settings.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import defaults from '../../../workflows/settings.json' with { type: 'json' };

export const applicationId = '01KJPZ3C8RQ0VBTN5W2XEDF7QM';
export const interviewId = '01KJTA0000AAAAAAAAAAAAAAAA';
export const submittedAt = '2026-03-02T09:00:00.000Z';
/** When the message is written: ten o'clock on the fourth day. */
export const at = '2026-03-05T10:00:00.000Z';

export const settings = settingsSchema.parse(defaults);

export const job = jobSchema.parse({
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
  interviewers: ['tom-becker'],
  status: 'open',
  version: 1,
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-01-05T09:00:00.000Z',
});

export const promise = (kind: NonNullable<Application['promise']>['kind']): Application['promise'] => ({
  kind,
  due: '2026-03-06T09:00:00.000Z',
  firstDue: '2026-03-04T09:00:00.000Z',
  madeAt: submittedAt,
  owner: 'ana-ruiz',
});

export const application: Application = applicationSchema.parse({
  applicationId,
  jobId: job.jobId,
  personHash: 'julia',
  stage: 'in-review',
  version: 3,
  submittedAt,
  updatedAt: submittedAt,
  locale: 'en',
  zone: 'Europe/London',
  candidate: { name: 'Julia María Pérez', email: 'julia@home.example', phone: '+44 113 496 0000' },
  answers: { weekends: true },
  interests: ['books'],
  promise: promise('shortlist'),
});

/** A gate of a kind that is due two days after submission. */
export const gateOf = (kind: Gate['kind'], subject = '1'): Gate => ({
  applicationId,
  gateId: `${kind}-${subject}`,
  kind,
  subject,
  status: 'pending',
  version: 1,
  due: '2026-03-04T09:00:00.000Z',
  firstDue: '2026-03-04T09:00:00.000Z',
  owner: 'ana-ruiz',
  rung: 2,
  openedAt: submittedAt,
});

export const reasons = [{ code: 'experience', task: 'serving at a till', shown: 'stock work' }];

export const declined = (gate: Gate, said: Record<string, unknown> = { reasons }): Gate =>
  settle(gate, {
    outcome: 'declined',
    decision: { ...said, by: 'omar-haddad', at: submittedAt },
    holdUntil: null,
  });

/** The gate after its deadline, with a day more. */
export const delayed = (gate: Gate): Gate =>
  takeRung(gate, { index: 3, action: 'delay', due: '2026-03-06T09:00:00.000Z' }, gate.due);

export const released = (gate: Gate): Gate =>
  takeRung(gate, { index: 4, action: 'release', due: gate.due }, gate.due);

export const interview = schedule(
  applicationId,
  interviewId,
  {
    startsAt: '2026-03-09T11:00:00.000Z',
    minutes: 45,
    zone: 'Europe/London',
    place: '12 Market Street',
    interviewers: ['tom-becker', 'lin-zhao'],
  },
  { by: 'ana-ruiz', at },
);

const text = { strengths: ['You listened.'], improvements: ['Ask about the till.', 'Say what you need.'] };
export const approved = approve(interview, text, { by: 'grace-okafor', at });
export const cancelled = cancel(interview, { by: 'ana-ruiz', at });

export const task: Task = {
  applicationId,
  taskId: 'answer-owed-shortlist-1',
  task: 'answer-owed',
  subject: 'shortlist-1',
  status: 'open',
  version: 1,
  due: '2026-03-06T10:00:00.000Z',
  owner: 'grace-okafor',
  raisedAt: at,
};

export const facts: Facts = {
  at,
  application,
  job,
  settings,
  links: {
    status: 'https://apply.example/status#token',
    survey: 'https://apply.example/survey#token',
    unsubscribe: 'https://apply.example/api/unsubscribe?token=token',
    action: 'https://apply.example/console/decide/a/b',
  },
};

/** The facts of a note to the lead. */
export const toLead: Facts = { ...facts, colleague: settings.staff[2] };
