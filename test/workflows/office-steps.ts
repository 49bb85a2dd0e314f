import { Temporal } from 'temporal-polyfill';
import { close, tookRung } from '../../domain/application/gate-changes.ts';
import { currentRun, runNamed } from '../../domain/application/run.ts';
import { stageAfter } from '../../domain/application/gate.ts';
import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { isOpen, outcomeOf, stagesBefore } from '../../domain/application/stages.ts';
import { addElapsed } from '../../domain/calendar/elapsed.ts';
import { mayMarket } from '../../domain/consent/history.ts';
import { standingOf } from '../../domain/interviews/standing.ts';
import { dueOf, taskDue } from '../../domain/letters/dates.ts';
import { chooseOffer } from '../../domain/offers/choose-offer.ts';
import { dueOfAttention, isNewsOfQuestion, promiseOfAttention } from '../../domain/promises/attention.ts';
import { ladderFor } from '../../domain/promises/journey-ladder.ts';
import { eachOnce, firstOwnerOf } from '../../domain/promises/owner.ts';
import { newGate, takenUpGate } from '../../domain/promises/standing.ts';
import { questionRunNamed } from '../../domain/questions/run.ts';
import { screen } from '../../domain/screening/screen.ts';
import type { StepInput, StepName, StepOutput } from '../../domain/steps/contracts.ts';
import { taskOfHiring } from '../../domain/tasks/of-hiring.ts';
import { taskIdOf } from '../../domain/tasks/task.ts';
import { said } from './office.ts';
import type { Office } from './office.ts';
import { sendMessage } from './send-message.ts';

type Steps = {
  readonly [Name in Exclude<StepName, 'open-gate'>]: (
    office: Office,
    input: StepInput<Name>,
  ) => StepOutput<Name>;
};

/** A gate as it is when it opens. */
const opened = (
  of: Pick<Gate, 'applicationId' | 'kind' | 'subject' | 'owner'>,
  due: string,
  at: string,
): Gate => ({
  ...of,
  gateId: gateIdOf(of.kind, of.subject),
  status: 'pending',
  version: 1,
  due,
  firstDue: due,
  rung: -1,
  openedAt: at,
});

/** Every step but the one that waits, as functions/steps does it, on an office in memory. */
export const officeSteps: Steps = {
  'begin-journey': (office, { at }) => {
    if (!office.application.pins) office.change({ pins: { settings: 1, templates: 1 } }, at);
    return { welcomeCall: office.settings.welcomeCall, submittedAt: office.application.submittedAt };
  },

  'send-message': sendMessage,

  'screen-application': (office, { at }) => {
    const { meetsAll: meetsAllCriteria } = screen(office.job.criteria, office.application.answers);
    if (office.application.stage === 'received') office.change({ stage: 'in-review', meetsAllCriteria }, at);
    return { meetsAllCriteria };
  },

  'make-promise': (office, { applicationId, kind, subject, from, at }) => {
    const { policy, stage } = ladderFor(kind, office.settings, from, at);
    const owner = firstOwnerOf(kind, office.job, subject);
    const gateId = gateIdOf(kind, subject);
    const asked = { applicationId, gateId, kind, subject, owner, from, at };
    const { gate: fresh, promise } = newGate(office.application, office.settings, asked);
    const found = office.open(fresh, { ...(promise && { promise }), ...(stage && { stage }) });
    const gate = found.openedAt === at ? found : takeUp(office, found, at);
    const { opens } = policy;
    const among = { settings: office.settings, job: office.job, gate };
    return {
      gate: viewOf(gate),
      rungs: gate.rungs ?? [],
      opens: opens ? eachOnce(opens.to, among).map((to) => ({ to, message: opens.message })) : [],
    };
  },

  'climb-ladder': (office, { gateId, rung, at }) => {
    const before = office.gate(gateId);
    const gate = office.climb(before, rung, at);
    if (gate === before) return { gate: viewOf(gate), taken: tookRung(gate, rung.index) };
    const { promise } = office.application;
    if (rung.action === 'delay' && promise?.gateId === gateId)
      office.change({ promise: { ...promise, due: rung.due } }, at);
    const stage = rung.action === 'release' ? stageAfter(gate.kind, 'released') : undefined;
    if (stage) office.change({ stage, promise: null, answeredAt: at }, at);
    return { gate: viewOf(gate), taken: true };
  },

  'record-outcome': (office, { applicationId, gateId, at }) => {
    const before = office.gate(gateId);
    const gate = close(before, at);
    if (gate === before || !gate.outcome) return { gate: viewOf(before) };
    office.gates.set(gateId, gate);
    const stage = stageAfter(gate.kind, gate.outcome);
    if (stage && stage !== office.application.stage && isOpen(office.application.stage)) {
      office.change({ stage, ...(outcomeOf(stage) && { promise: null, answeredAt: at }) }, at);
      const { settings, job } = office;
      const call = taskOfHiring({ applicationId, gateId }, { settings, owner: job.recruiter, at });
      if (stage === 'hired') office.tasks.set(call.taskId, call);
    }
    if (gate.kept) office.note(at, 'PromiseKept', gateId);
    return { gate: viewOf(gate) };
  },

  'start-pause': (office, { applicationId, pause, from, at }) => {
    const { loyalty, calendar } = office.settings;
    const length = pause === 'offer-pause' ? loyalty.pause : loyalty.surveyPause;
    const until = addElapsed(from, length, calendar.zone);
    const gate = opened({ applicationId, kind: pause, subject: '1', owner: 'system' }, until, at);
    return { gate: viewOf(office.open(gate)), until };
  },

  'look-up-interview': (office, { applicationId, interviewId, at }) => {
    const gate = office.open(
      opened({ applicationId, kind: 'interview', subject: interviewId, owner: 'system' }, at, at),
    );
    const interview = office.interview(interviewId);
    const { endsAt, sequence, interviewers } = interview;
    const status = standingOf(interview, at);
    const due = dueOf('approval', office.settings, endsAt);
    const { promise } = office.application;
    const stands =
      (promise?.kind === 'approval' && promise.due === due) ||
      (promise?.kind === 'attention' && promise.due >= due);
    if (status === 'scheduled' && isOpen(office.application.stage) && !stands)
      office.change(
        { promise: { kind: 'approval', due, firstDue: due, madeAt: at, owner: office.job.lead } },
        at,
      );
    return { gate: viewOf(gate), status, endsAt, sequence, interviewers };
  },

  'take-up-question': (office, { questionId, at }) => {
    const question = office.questions.get(questionId);
    if (!question) return { found: false, askedAt: at, due: at };
    return { found: true, askedAt: question.askedAt, due: question.due };
  },

  'issue-offer': (office, { at }) => {
    if (office.application.outcome === 'withdrawn') return { issued: false, reason: 'withdrawn' };
    const { consents, suppression, interests } = office.person;
    if (!mayMarket(consents, suppression))
      return { issued: false, reason: suppression ? 'suppressed' : 'no-consent' };
    const today = Temporal.Instant.from(at).toString().slice(0, 10);
    const campaign = chooseOffer(office.settings.offers, interests, today);
    if (!campaign) return { issued: false, reason: 'no-campaign' };
    if (office.codes.length > 0) return { issued: true, reason: 'issued' };
    if (office.hasCodeElsewhere) return { issued: false, reason: 'has-live-code' };
    office.codes.push(campaign.id);
    return { issued: true, reason: 'issued' };
  },

  'raise-task': (office, { applicationId, task, subject, at }) => {
    const { recruiter, lead } = office.job;
    const owner = task === 'welcome-call' || task === 'call-bounced' ? recruiter : lead;
    const taskId = taskIdOf(task, subject);
    const run = task === 'attention' ? runNamed(applicationId, subject) : undefined;
    const fresh = taskDue(office.settings, at);
    const due =
      office.tasks.get(taskId)?.due ??
      (run === undefined ? fresh : dueOfAttention(office.application, fresh));
    if (!office.tasks.has(taskId)) {
      const raised = { applicationId, taskId, task, subject, due, owner, raisedAt: at };
      office.tasks.set(taskId, { ...raised, status: 'open', version: 1 });
    }
    if (run !== undefined && run === currentRun(office.application)) stall(office, { due, owner, at });
    const asking = task === 'attention' ? questionRunNamed(applicationId, subject) : undefined;
    const news = asking !== undefined && isNewsOfQuestion(asking.questionId, due, said(office));
    return { taskId, due, news };
  },

  'close-application': (office, { at }) => {
    const withdrawn = office.application.outcome === 'withdrawn';
    if (!stagesBefore('closed').includes(office.application.stage))
      return { closed: office.application.stage === 'closed', withdrawn };
    office.change({ stage: 'closed', closedAt: at, promise: null }, at);
    return { closed: true, withdrawn };
  },
};

function takeUp(office: Office, known: Gate, at: string): Gate {
  const { gate, promise } = takenUpGate(office.application, office.settings, known, at);
  office.gates.set(gate.gateId, gate);
  if (promise) office.change({ promise }, at);
  return gate;
}

function stall(office: Office, task: { due: string; owner: string; at: string }): void {
  const { application, settings } = office;
  if (application.stalled) return;
  const promise = promiseOfAttention(application, settings, task, said(office));
  office.change({ stalled: true, ...(promise && { promise }) }, task.at);
}
