import { expect, test } from 'vitest';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { recordJourney } from '../../../domain/journeys/record.ts';
import { recordedJourney } from '../../../domain/journeys/recorded.ts';
import { scenario } from '../../../simulator/what-if/scenario.ts';
import { application } from '../letters/facts.ts';

const { applicationId } = application;
const at = (hour: number): string =>
  new Date(Date.parse(application.submittedAt) + hour * 3_600_000).toISOString();
const interviewId = '01KJT000000000000000000000';

const gate = (kind: Gate['kind'], subject: string, opened: number, more: Partial<Gate>): Gate => ({
  applicationId,
  gateId: `${kind}-${subject}`,
  kind,
  subject,
  status: 'closed',
  version: 2,
  due: at(48),
  firstDue: at(48),
  owner: 'ana-ruiz',
  rung: -1,
  openedAt: at(opened),
  settledBy: 'person',
  ...more,
});
const by = (hour: number, more = {}) => ({ by: 'ana-ruiz', at: at(hour), reasons: ['no secret'], ...more });

const interview = {
  applicationId,
  interviewId,
  status: 'scheduled' as const,
  version: 1,
  sequence: 0,
  startsAt: at(80),
  endsAt: at(81),
  minutes: 60,
  zone: 'Europe/London',
  interviewers: ['tom-becker', 'lin-zhao', 'ana-ruiz'],
  scheduledBy: 'ana-ruiz',
  createdAt: at(32),
  updatedAt: at(32),
};
const gates = [
  gate('feedback', `${interviewId}.lin-zhao`, 81, { outcome: 'given', decision: by(90) }),
  gate('interview-date', '1', 30, { outcome: 'scheduled', decision: by(32, { interviewId }) }),
  gate('shortlist', '1', 0, { outcome: 'shortlisted', decision: by(30) }),
  gate('approval', interviewId, 90, { outcome: 'released', settledBy: 'timer' }),
  gate('next-step', '2', 90, { outcome: 'declined', decision: by(95.5) }),
];
const recorded = recordJourney({
  application,
  gates,
  interviews: [interview],
  questions: [],
  person: undefined,
});

test('what people did stands in its order, counted from what it answers; what the timer did is left to it', () => {
  expect(recorded.acts).toEqual([
    { act: 'decide', on: 'shortlist', outcome: 'shortlisted', after: 'PT108000S' },
    { act: 'schedule', startsIn: 'PT172800S', interviewers: 2, after: 'PT7200S' },
    { act: 'feedback', interviewer: 2, after: 'PT32400S' },
    { act: 'decide', on: 'next-step', outcome: 'declined', after: 'PT19800S' },
  ]);
});

test('it is a scenario, and holds nothing about a person', () => {
  const { at: submittedAt, ...played } = recordedJourney.parse(recorded);
  expect(submittedAt).toBe(application.submittedAt);
  expect(scenario.parse(played).consents).toBe(false);
  const text = JSON.stringify(recorded);
  for (const secret of [
    application.candidate.name,
    application.candidate.email,
    'no secret',
    'ana-ruiz',
    'lin-zhao',
  ])
    expect(text).not.toContain(secret);
});

test('a withdrawal, a bounce and a question are played, too', () => {
  const withdrawn = { ...application, outcome: 'withdrawn' as const, answeredAt: at(60) };
  const asked = {
    applicationId,
    questionId: '01KJQ000000000000000000000',
    wants: 'answer' as const,
    text: 'a secret',
    askedAt: at(5),
    due: at(29),
  };
  const answered = gate('question', asked.questionId, 5, { outcome: 'answered', decision: by(7) });
  const { acts } = recordJourney({
    application: withdrawn,
    gates: [answered],
    interviews: [],
    questions: [asked],
    person: undefined,
  });
  expect(acts).toEqual([
    { act: 'ask', wants: 'answer', after: 'PT18000S' },
    { act: 'settle', outcome: 'answered', after: 'PT7200S' },
    { act: 'withdraw', after: 'PT216000S' },
  ]);
});
