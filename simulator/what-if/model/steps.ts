import { close, takeRung, tookRung } from '../../../domain/application/gate-changes.ts';
import { stageAfter } from '../../../domain/application/gate.ts';
import { gateIdOf, viewOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { isOpen, outcomeOf, stagesBefore } from '../../../domain/application/stages.ts';
import { addElapsed } from '../../../domain/calendar/elapsed.ts';
import { localDate } from '../../../domain/calendar/local-date.ts';
import { mayMarket } from '../../../domain/consent/history.ts';
import { standingOf } from '../../../domain/interviews/standing.ts';
import { chooseOffer } from '../../../domain/offers/choose-offer.ts';
import { kept } from '../../../domain/promises/kept.ts';
import { eachOnce, firstOwnerOf } from '../../../domain/promises/owner.ts';
import { newGate } from '../../../domain/promises/standing.ts';
import { screen } from '../../../domain/screening/screen.ts';
import type { StepInput, StepName, StepOutput } from '../../../domain/steps/contracts.ts';
import { taskOfHiring } from '../../../domain/tasks/of-hiring.ts';
import { ladderOnce } from './ladders.ts';
import type { Office } from './office.ts';
import { raiseTask } from './raise-task.ts';
import { sendMessage } from './send-message.ts';

type Steps = {
  readonly [Name in Exclude<StepName, 'open-gate'>]: (
    office: Office,
    input: StepInput<Name>,
  ) => StepOutput<Name>;
};

type Opened = Pick<Gate, 'applicationId' | 'kind' | 'subject' | 'owner'>;

const opened = (of: Opened, due: string, at: string): Gate => ({
  ...of,
  gateId: gateIdOf(of.kind, of.subject),
  status: 'pending',
  version: 1,
  due,
  firstDue: due,
  rung: -1,
  openedAt: at,
});

/** Every step but the one that waits, as its function does it, on a table in memory. */
export const steps: Steps = {
  'begin-journey': ({ table, settings }, { at }) => {
    if (!table.application.pins) table.change({ pins: { settings: 1, templates: 1 } }, at);
    return { welcomeCall: settings.welcomeCall, submittedAt: table.application.submittedAt };
  },

  'send-message': sendMessage,
  'raise-task': raiseTask,

  'screen-application': ({ table, job }, { at }) => {
    const { stage, answers, promise } = table.application;
    const { meetsAll: meetsAllCriteria } = screen(job.criteria, answers);
    if (stage !== 'received') return { meetsAllCriteria };
    table.change({ stage: 'in-review', meetsAllCriteria }, at);
    if (promise) {
      const type = kept(promise.due, at) ? 'PromiseKept' : 'PromiseBroken';
      table.note({ at, type, about: promise.kind, due: promise.due });
    }
    return { meetsAllCriteria };
  },

  'make-promise': ({ table, settings, job }, { applicationId, kind, subject, from, at }) => {
    const made = ladderOnce(kind, settings, from, at, table.data.questions[subject]?.window);
    const owner = firstOwnerOf(kind, job, subject);
    const gateId = gateIdOf(kind, subject);
    const isNew = !table.data.gates[gateId];
    const asked = { applicationId, gateId, kind, subject, owner, from, at };
    const { gate: fresh, promise } = newGate(table.application, settings, asked, made);
    // The ladder is left out: nobody takes a journey up again here, and worlds are compared by what they hold.
    const { rungs, from: _, ...kept } = fresh;
    const { stage } = made;
    const { opens } = made.policy;
    const gate = table.open(kept, { ...(promise && { promise }), ...(stage && { stage }) });
    const among = { settings, job, gate };
    if (isNew && gate.status === 'pending')
      table.note({ at, type: 'PromiseMade', about: gateId, due: gate.due });
    return {
      gate: viewOf(gate),
      // Nobody hands anything over here: whom send-message would pass over is known beforehand.
      rungs: (rungs ?? []).map((rung) => ({ ...rung, to: eachOnce(rung.to, among) })),
      opens: opens ? eachOnce(opens.to, among).map((to) => ({ to, message: opens.message })) : [],
    };
  },

  'climb-ladder': ({ table }, { gateId, rung: { index, action, due }, at }) => {
    const before = table.gate(gateId);
    const gate = takeRung(before, { index, action, due }, at);
    if (gate === before) return { gate: viewOf(gate), taken: tookRung(gate, index) };
    table.putGate(gate);
    if (action !== 'delay' && action !== 'release') return { gate: viewOf(gate), taken: true };
    const { promise } = table.application;
    if (action === 'delay' && promise?.gateId === gateId) table.change({ promise: { ...promise, due } }, at);
    const stage = action === 'release' ? stageAfter(gate.kind, 'released') : undefined;
    if (stage) table.change({ stage, promise: null, answeredAt: at }, at);
    if (before.kept !== false) table.note({ at, type: 'PromiseBroken', about: gateId, due: before.firstDue });
    if (action === 'delay') table.note({ at, type: 'PromiseExtended', about: gateId, due });
    return { gate: viewOf(gate), taken: true };
  },

  'record-outcome': ({ table, settings, job }, { applicationId, gateId, at }) => {
    const before = table.gate(gateId);
    const gate = close(before, at);
    if (gate === before || !gate.outcome) return { gate: viewOf(before) };
    const stage = stageAfter(gate.kind, gate.outcome);
    const moves = stage !== undefined && stage !== table.application.stage && isOpen(table.application.stage);
    if (moves) table.change({ stage, ...(outcomeOf(stage) && { promise: null, answeredAt: at }) }, at);
    if (moves && stage === 'hired')
      table.putTask(taskOfHiring({ applicationId, gateId }, { settings, owner: job.recruiter, at }));
    table.putGate(gate);
    if (gate.kept) table.note({ at, type: 'PromiseKept', about: gateId, due: gate.firstDue });
    return { gate: viewOf(gate) };
  },

  'start-pause': ({ table, settings }, { applicationId, pause, from, at }) => {
    const { loyalty, calendar } = settings;
    const length = pause === 'offer-pause' ? loyalty.pause : loyalty.surveyPause;
    const until = addElapsed(from, length, calendar.zone);
    const gate = opened({ applicationId, kind: pause, subject: '1', owner: 'system' }, until, at);
    return { gate: viewOf(table.open(gate)), until };
  },

  'take-up-question': ({ table }, { questionId, at }) => {
    const question = table.data.questions[questionId];
    return question
      ? { found: true, askedAt: question.askedAt, due: question.due }
      : { found: false, askedAt: at, due: at };
  },

  'look-up-interview': ({ table, settings, job }, { applicationId, interviewId, at }) => {
    const gate = table.open(
      opened({ applicationId, kind: 'interview', subject: interviewId, owner: 'system' }, at, at),
    );
    const interview = table.interview(interviewId);
    const { endsAt, sequence, interviewers } = interview;
    const status = standingOf(interview, at);
    const { promise, stage } = table.application;
    if (status === 'scheduled' && isOpen(stage)) {
      const due = ladderOnce('approval', settings, endsAt, endsAt).ladder.due;
      const stands =
        (promise?.kind === 'approval' && promise.due === due) ||
        (promise?.kind === 'attention' && promise.due >= due);
      const made = { kind: 'approval' as const, due, firstDue: due, madeAt: at, owner: job.lead };
      if (!stands) table.change({ promise: made }, at);
    }
    return { gate: viewOf(gate), status, endsAt, sequence, interviewers };
  },

  'issue-offer': ({ table, settings }, { at }) => {
    if (table.application.outcome === 'withdrawn') return { issued: false, reason: 'withdrawn' };
    const { consents, suppression, interests } = table.data.person;
    if (!mayMarket(consents, suppression))
      return { issued: false, reason: suppression ? 'suppressed' : 'no-consent' };
    const campaign = chooseOffer(settings.offers, interests, localDate(at, settings.calendar.zone));
    if (!campaign) return { issued: false, reason: 'no-campaign' };
    if (table.data.codes.length > 0) return { issued: false, reason: 'has-live-code' };
    table.issueCode(campaign.id, at);
    return { issued: true, reason: 'issued' };
  },

  'close-application': ({ table }, { at }) => {
    const withdrawn = table.application.outcome === 'withdrawn';
    const { stage } = table.application;
    if (!stagesBefore('closed').includes(stage)) return { closed: stage === 'closed', withdrawn };
    table.change({ stage: 'closed', closedAt: at, promise: null }, at);
    return { closed: true, withdrawn };
  },
};
