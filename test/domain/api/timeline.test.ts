import { expect, it } from 'vitest';
import { timelineOf } from '../../../domain/api/candidate/timeline.ts';
import { applicationEvent } from '../../../domain/application/application.ts';
import type { ApplicationEvent } from '../../../domain/application/application.ts';

const at = '2026-03-02T09:00:00.250Z';
const due = '2026-03-04T09:00:00.250Z';

const event = (type: ApplicationEvent['type'], detail: ApplicationEvent['detail'] = {}, actor = 'system') =>
  applicationEvent.parse({ applicationId: '01KDVDNA00K641QW9P9RW517W6', at, type, actor, detail });

it('tells a candidate what concerns them, in the order it happened', () => {
  const events = [
    event('ApplicationReceived', { jobId: 'baker' }, 'candidate'),
    event('MessageSent', { message: 'acknowledgement', to: 'candidate', key: 'acknowledgement#1' }),
    event('PromiseMade', { gateId: 'shortlist-1', kind: 'shortlist', due, owner: 'ana-ruiz' }),
    event('PromiseBroken', { gateId: 'shortlist-1', kind: 'shortlist', due }),
    event('PromiseExtended', { gateId: 'shortlist-1', kind: 'shortlist', due }),
    event('StageChanged', { from: 'in-review', to: 'shortlisted' }),
  ];
  expect(timelineOf(events)).toEqual([
    { what: 'received', at },
    { what: 'message-sent', at, to: 'candidate', message: 'acknowledgement' },
    { what: 'promise-made', at, kind: 'shortlist', due },
    { what: 'promise-broken', at, kind: 'shortlist' },
    { what: 'promise-extended', at, kind: 'shortlist', due },
    { what: 'stage-changed', at, to: 'shortlisted' },
  ]);
});

it('shows no decision that can still be undone, and nothing that colleagues owe each other', () => {
  const events = [
    event('DecisionMade', { gateId: 'shortlist-1', outcome: 'declined' }, 'ana-ruiz'),
    event('DecisionUndone', { gateId: 'shortlist-1' }, 'ana-ruiz'),
    event('PromiseMade', { gateId: 'feedback-1', kind: 'feedback', due, owner: 'tom-becker' }),
    event('MessageSent', { message: 'decision-reminder', to: 'owner', key: 'decision-reminder#1' }),
    event('MessageSuppressed', { message: 'loyalty-offer', to: 'candidate', key: 'k', why: 'no-consent' }),
    event('TaskRaised', { taskId: 'answer-owed-1', task: 'answer-owed' }),
    event('FeedbackGiven', { interviewId: 'x' }, 'tom-becker'),
  ];
  expect(timelineOf(events)).toEqual([]);
});
