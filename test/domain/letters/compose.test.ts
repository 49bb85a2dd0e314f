import { describe, expect, test } from 'vitest';
import { settle } from '../../../domain/application/gate-changes.ts';
import { compose } from '../../../domain/letters/compose.ts';
import { need } from '../../../domain/letters/facts.ts';
import type { Facts } from '../../../domain/letters/facts.ts';
import { isMessageName, messageNames, parseMessage } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { beginQuestion } from '../../../domain/questions/begin.ts';
import { InvalidInput } from '../../../domain/steps/errors.ts';
import { taskOfHiring } from '../../../domain/tasks/of-hiring.ts';
import {
  application,
  approved,
  cancelled,
  declined,
  delayed,
  facts,
  gateOf,
  interview,
  interviewId,
  job,
  promise,
  released,
  settings,
  task,
  toLead,
} from './facts.ts';

const offer = {
  code: 'B00K-5AVE',
  value: { percent: 15 },
  expiresOn: '2026-06-03',
  shopUrl: 'https://www.shopwithus.example/shop/books',
};
const shortlist = gateOf('shortlist');
const feedback = gateOf('feedback', `${interviewId}.tom-becker`);
const nextStep = gateOf('next-step', '2');
const question = beginQuestion(
  {
    wants: 'call',
    text: 'The shifts on Saturdays.',
    phone: '+44 113 496 0001',
    window: { from: '2026-03-05T11:00:00.000Z', to: '2026-03-05T13:00:00.000Z' },
  },
  { application, job, settings, questionId: interviewId, at: '2026-03-05T09:00:00.000Z' },
);
const answered = settle(question.gate, {
  outcome: 'answered',
  decision: { by: 'omar-haddad', at: '2026-03-05T09:30:00.000Z', text: 'Two a month.' },
  holdUntil: null,
});
const strong = declined(nextStep, {
  reasons: [{ code: 'experience', task: 'serving at a till', shown: 'stock work' }],
  strength: 'You asked good questions.',
});

/** Each message that a workflow sends, with the facts it is made from beyond the application itself. */
const letters: [name: MessageName, made: Facts][] = [
  ['acknowledgement', facts],
  ['invitation', facts],
  ['decline', { ...facts, gate: declined(shortlist) }],
  ['decline-after-interview', { ...facts, gate: strong, interview: approved }],
  ['decision-delayed', { ...facts, gate: delayed(shortlist) }],
  ['release', { ...facts, gate: released(delayed(shortlist)) }],
  ['interview-scheduled', { ...facts, interview }],
  ['interview-cancelled', { ...facts, interview: cancelled }],
  ['interview-feedback', { ...facts, interview: approved }],
  ['feedback-delayed', { ...facts, gate: delayed(gateOf('approval', interviewId)) }],
  ['hired', facts],
  ['question-received', { ...facts, ...question }],
  ['answer', { ...facts, ...question, gate: answered }],
  ['withdrawal-confirmed', facts],
  ['survey', facts],
  ['loyalty-offer', { ...facts, offer }],
  ['decision-reminder', { ...toLead, gate: shortlist }],
  ['decision-escalation', { ...toLead, gate: shortlist }],
  ['feedback-request', { ...toLead, gate: feedback, interview }],
  ['feedback-reminder', { ...toLead, gate: feedback, interview }],
  ['feedback-escalation', { ...toLead, gate: feedback, interview }],
  ['question-assigned', { ...toLead, ...question }],
  ['question-reminder', { ...toLead, ...question }],
  ['task-raised', { ...toLead, task, gate: shortlist }],
  ['welcome-call', toLead],
];

const variables = (name: MessageName, made: Facts): Readonly<Record<string, unknown>> => ({
  ...compose(name, made).variables,
});

describe('a letter', () => {
  test.each(letters)('%s is made from the facts and fits its schema', (name, made) => {
    const message = compose(name, made);
    expect(message.name).toBe(name);
    expect(parseMessage(name, message.variables)).toEqual(message);
  });

  test.each<[MessageName, missing: string, without: Facts]>([
    ['decline', 'the gate that decided', facts],
    ['decline', 'a decision', { ...facts, gate: shortlist }],
    ['decline', 'the reasons of a decline', { ...facts, gate: declined(shortlist, {}) }],
    ['decline-after-interview', 'the interview', { ...facts, gate: strong }],
    ['decline-after-interview', 'a strength', { ...facts, gate: declined(nextStep), interview }],
    ['release', 'the gate', facts],
    ['decision-delayed', 'a kind of promise', { ...facts, gate: gateOf('feedback') }],
    ['interview-scheduled', 'the interview', facts],
    ['interview-cancelled', 'the interview', facts],
    ['interview-feedback', 'an approved text', { ...facts, interview }],
    ['feedback-delayed', 'the gate', facts],
    ['loyalty-offer', 'an issued offer', facts],
    ['decision-reminder', 'a colleague to write to', { ...facts, gate: shortlist }],
    ['answer', 'a decision', { ...facts, ...question }],
    ['question-assigned', 'the question', toLead],
    ['question-reminder', 'the gate', toLead],
    ['decision-reminder', 'the gate', toLead],
    ['decision-escalation', 'the gate', toLead],
    ['feedback-request', 'the interview', { ...toLead, gate: feedback }],
    ['feedback-reminder', 'the gate', toLead],
    ['task-raised', 'the task', toLead],
  ])('%s without %s says so instead of leaving a blank', (name, missing, without) => {
    const write = (): unknown => compose(name, without);
    expect(write).toThrow(InvalidInput);
    expect(write).toThrow(`the message needs ${missing}`);
  });

  test('names the field when a fact is there but does not fit', () => {
    const job = { ...facts.job, title: 'x'.repeat(121) };
    expect(() => compose('survey', { ...facts, job })).toThrow('the facts do not fit survey: jobTitle');
  });

  test('that no workflow sends is refused by name', () => {
    const sent = new Set(letters.map(([name]) => name));
    const others = messageNames.filter((name) => !sent.has(name));
    for (const name of others) expect(() => compose(name, toLead)).toThrow(`no workflow sends ${name}`);
    expect(others).toContain('referral-thanks');
    expect(others.every(isMessageName)).toBe(true);
  });
});

describe('a question', () => {
  test('is confirmed with the window that was booked, and by whoever owns it', () => {
    const approving = {
      ...application,
      promise: { ...need(promise('approval'), 'a promise'), owner: 'grace-okafor' },
    };
    expect(variables('question-received', { ...facts, ...question, application: approving })).toMatchObject({
      wants: 'call',
      callFrom: '2026-03-05T11:00:00.000Z',
      answerDue: '2026-03-05T13:00:00.000Z',
      person: { name: 'Ana Ruiz' },
    });
  });

  test('is quoted to HR, with the number that was left for the call, and to nobody else', () => {
    const quoting = letters.filter(([name, made]) =>
      JSON.stringify(variables(name, made)).includes('Saturdays'),
    );
    expect(quoting.map(([name]) => name)).toEqual(['question-assigned']);
    expect(variables('question-assigned', { ...toLead, ...question })).toMatchObject({
      question: 'The shifts on Saturdays.',
      candidatePhone: '+44 113 496 0001',
    });
  });

  test('says in its reminder who takes it over, until nobody does', () => {
    const at = '2026-03-05T11:00:00.000Z';
    expect(variables('question-reminder', { ...toLead, ...question, at })).toMatchObject({
      lead: 'Grace Okafor',
      takeoverAt: '2026-03-05T12:12:00.000Z',
    });
    const late = variables('question-reminder', { ...toLead, ...question, at: '2026-03-05T15:00:00.000Z' });
    expect(late).not.toHaveProperty('takeoverAt');
  });

  test('is answered by whoever answered', () => {
    expect(variables('answer', { ...facts, ...question, gate: answered })).toMatchObject({
      askedAt: '2026-03-05T09:00:00.000Z',
      text: 'Two a month.',
      person: { name: 'Omar Haddad' },
    });
  });

  test('that no machine can see to is promised for the date of the task', () => {
    const made = { ...facts, gate: question.gate, task: { ...task, due: '2026-03-06T09:00:00.000Z' } };
    expect(variables('decision-delayed', made)).toMatchObject({
      kind: 'question',
      promisedAt: '2026-03-05T13:00:00.000Z',
      newDate: '2026-03-06T09:00:00.000Z',
    });
  });
});

describe('what a candidate reads', () => {
  test('the acknowledgement gives the date of the decision and speaks only of criteria that are met', () => {
    const met = variables('acknowledgement', facts);
    expect(met).toMatchObject({
      meetsAllCriteria: true,
      decisionDue: '2026-03-04T09:00:00.000Z',
      interviewWeek: '2026-03-09',
    });
    const unmet = { ...application, answers: { weekends: false } };
    expect(variables('acknowledgement', { ...facts, application: unmet })).not.toHaveProperty(
      'meetsAllCriteria',
    );
  });

  test('an invitation after an interview that is over speaks of it', () => {
    expect(variables('invitation', facts)).not.toHaveProperty('interviewedAt');
    expect(variables('invitation', { ...facts, interview })).not.toHaveProperty('interviewedAt');
    const after = { ...facts, interview, at: interview.endsAt };
    expect(variables('invitation', after)).toHaveProperty('interviewedAt', interview.startsAt);
  });

  test('a withdrawal takes along the interview that lies ahead, and no other', () => {
    const planned = (made: Facts) => variables('withdrawal-confirmed', made)['interviewPlanned'];
    expect(planned({ ...facts, interview })).toBe(true);
    expect(planned(facts)).toBeUndefined();
    expect(planned({ ...facts, interview: cancelled })).toBeUndefined();
    expect(planned({ ...facts, interview, at: interview.startsAt })).toBeUndefined();
  });

  test('a decline names who decided, the reasons as they were given, and where to apply again', () => {
    expect(variables('decline', { ...facts, gate: declined(shortlist) })).toMatchObject({
      decidedBy: { name: 'Omar Haddad' },
      reasons: [{ code: 'experience', task: 'serving at a till', shown: 'stock work' }],
      reapply: { url: 'https://careers.shopwithus.example' },
    });
  });

  test('a decline after an interview carries the feedback, or the date it comes', () => {
    const given = variables('decline-after-interview', { ...facts, gate: strong, interview: approved });
    expect(given).toMatchObject({
      strength: 'You asked good questions.',
      feedback: 'Ask about the till.\n\nSay what you need.',
    });
    const owed = variables('decline-after-interview', { ...facts, gate: strong, interview });
    expect(owed).toHaveProperty('feedbackDue');
    expect(owed).not.toHaveProperty('feedback');
  });

  test('a delay tells what was promised first and what holds now', () => {
    expect(variables('decision-delayed', { ...facts, gate: delayed(shortlist) })).toMatchObject({
      kind: 'shortlist',
      promisedAt: '2026-03-04T09:00:00.000Z',
      newDate: '2026-03-06T09:00:00.000Z',
    });
  });

  test('a delay that no gate speaks of is about the promise of the application', () => {
    const waiting = { ...application, promise: promise('attention') };
    expect(variables('decision-delayed', { ...facts, application: waiting })).toMatchObject({
      kind: 'shortlist',
      promisedAt: '2026-03-04T09:00:00.000Z',
      newDate: '2026-03-06T09:00:00.000Z',
    });
  });

  test('the person to call is who owns the promise; after a release the lead', () => {
    expect(variables('survey', facts)).toMatchObject({ person: { name: 'Ana Ruiz' } });
    const gate = released(delayed(shortlist));
    expect(variables('release', { ...facts, gate })).toMatchObject({ person: { name: 'Grace Okafor' } });
  });

  test('the appointment says by when feedback follows, and from whom', () => {
    const scheduled = variables('interview-scheduled', {
      ...facts,
      interview,
      application: { ...application, promise: { ...need(promise('approval'), 'it'), owner: job.lead } },
    });
    expect(scheduled).toMatchObject({
      feedbackDue: '2026-03-14T11:45:00.000Z',
      person: { name: 'Grace Okafor' },
    });
  });

  test('a release from feedback names the date of the decision, and no other does', () => {
    const owed = released(delayed(gateOf('approval', interviewId)));
    expect(variables('release', { ...facts, gate: owed })).toMatchObject({
      kind: 'approval',
      outcomeDue: '2026-03-09T10:00:00.000Z',
    });
    for (const kind of ['shortlist', 'interview-date', 'next-step'] as const)
      expect(variables('release', { ...facts, gate: released(delayed(gateOf(kind))) })).not.toHaveProperty(
        'outcomeDue',
      );
  });

  test('whoever is hired is called by the date of the task, or of the letter when that has passed', () => {
    const hired = { ...application, stage: 'hired' as const, answeredAt: '2026-03-05T10:00:00.000Z' };
    const callBy = (at: string) => variables('hired', { ...facts, application: hired, at })['callBy'];
    const { due } = taskOfHiring(
      { applicationId: application.applicationId, gateId: 'next-step-2' },
      { settings, owner: 'ana-ruiz', at: '2026-03-05T10:00:00.000Z' },
    );
    expect(due).toBe('2026-03-06T10:00:00.000Z');
    expect(callBy('2026-03-05T10:00:00.000Z')).toBe(due);
    expect(callBy('2026-03-06T09:59:59.000Z')).toBe(due);
    expect(callBy('2026-03-06T10:00:00.000Z')).toBe('2026-03-09T10:00:00.000Z');
    expect(variables('hired', { ...facts, at: '2026-03-05T10:00:00.000Z' })['callBy']).toBe(due);
  });

  test('the day itself has a number of its own, if one was given', () => {
    expect(variables('interview-scheduled', { ...facts, interview })).toHaveProperty('phone', '1-800-GR8HR');
    const direct = { ...interview, contactPhone: '+44 113 496 0001' };
    expect(variables('interview-scheduled', { ...facts, interview: direct })).toHaveProperty(
      'phone',
      '+44 113 496 0001',
    );
  });
});

describe('what a colleague reads', () => {
  test('who waits, in as few words as will do, and how long there is', () => {
    const early = { ...toLead, at: '2026-03-03T09:30:00.000Z', gate: shortlist };
    expect(variables('decision-reminder', early)).toMatchObject({
      recipientName: 'Grace Okafor',
      candidateName: 'Julia P.',
      reference: 'EDF7QM',
      hoursLeft: 23,
      atDeadline: 'delay',
    });
  });

  test('an escalation names the owner and how often they were reminded', () => {
    expect(variables('decision-escalation', { ...toLead, gate: shortlist })).toMatchObject({
      owner: 'Ana Ruiz',
      reminders: 2,
    });
  });

  test('after the word of delay the next deadline is the last', () => {
    expect(variables('decision-reminder', { ...toLead, gate: delayed(shortlist) })).toHaveProperty(
      'atDeadline',
      'release',
    );
  });

  test('late by any time there are no hours left, rather than fewer than none', () => {
    expect(variables('decision-reminder', { ...toLead, gate: shortlist })).toHaveProperty('hoursLeft', 0);
  });

  test('nobody is asked for feedback at a gate that waits for a decision', () => {
    expect(() => compose('feedback-request', { ...toLead, gate: shortlist, interview })).toThrow(
      'nobody owes feedback at a gate of kind shortlist',
    );
  });

  test('a task about an owed answer says which, and gives the number to call', () => {
    expect(variables('task-raised', { ...toLead, task, gate: shortlist })).toMatchObject({
      task: 'answer-owed',
      kind: 'shortlist',
      candidatePhone: '+44 113 496 0000',
    });
  });
});

test('a letter tells of a colleague in the language of its reader', () => {
  const inFrench: Facts = { ...facts, application: { ...application, locale: 'fr' } };
  expect(compose('acknowledgement', inFrench).variables).toMatchObject({
    person: { name: 'Ana Ruiz', role: 'Recrutement', hours: 'du lundi au vendredi, de 9\u00A0h à 17\u00A0h' },
  });
  const lead = settings.staff.find(({ id }) => id === 'grace-okafor');
  expect(compose('interview-feedback', { ...inFrench, interview: approved }).variables).toMatchObject({
    approver: { name: 'Grace Okafor', role: lead?.translations?.fr?.role },
  });
  expect(lead?.translations?.fr?.role).not.toBe(lead?.role);
});

test('what nobody translated is told as it is', () => {
  const staff = settings.staff.map((member) => ({
    ...member,
    translations: { fr: { role: 'Recrutement' } },
  }));
  const inFrench = {
    ...facts,
    application: { ...application, locale: 'fr' as const },
    settings: { ...settings, staff },
  };
  expect(compose('acknowledgement', inFrench).variables).toMatchObject({
    person: { role: 'Recrutement', hours: 'Monday to Friday, 9 am to 5 pm' },
  });
});
