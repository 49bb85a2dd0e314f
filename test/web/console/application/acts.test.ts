import { expect, test } from 'vitest';
import { actsOf } from '../../../../web/console/application/acts.ts';

type Waiting = Parameters<typeof actsOf>[0];
type GateData = Waiting['gates'][number];
type TaskData = Waiting['tasks'][number];

const gate = (kind: GateData['kind'], due: string, status: GateData['status'] = 'pending'): GateData => ({
  gateId: `${kind}-1`,
  kind,
  subject: '1',
  status,
  version: 1,
  due: `${due}T09:00:00Z`,
  firstDue: `${due}T09:00:00Z`,
  owner: 'ana-ruiz',
});
const call: TaskData = {
  taskId: 'call-1',
  task: 'welcome-call',
  subject: 'welcome',
  status: 'open',
  due: '2026-03-05T09:00:00Z',
  owner: 'ana-ruiz',
  raisedAt: '2026-03-02T09:00:00Z',
  version: 1,
};

const mine = (acts: ReturnType<typeof actsOf>) => acts.filter(({ isMine }) => isMine).map(({ key }) => key);

test('what is due first is on top, whatever it is', () => {
  const gates = [gate('shortlist', '2026-03-06'), gate('question', '2026-03-04')];
  const acts = actsOf(
    { gates, tasks: [call, { ...call, taskId: 'done', status: 'done' }] },
    { isLead: false },
  );
  expect(acts.map(({ key }) => key)).toEqual(['question-1', 'call-1', 'shortlist-1']);
  expect(mine(acts)).toEqual(['question-1', 'call-1', 'shortlist-1']);
});

test('what is decided, or another’s to do, is not the reader’s act', () => {
  const gates = [
    gate('shortlist', '2026-03-03', 'held'),
    gate('feedback', '2026-03-04'),
    gate('approval', '2026-03-05'),
    gate('next-step', '2026-03-06', 'closed'),
  ];
  expect(mine(actsOf({ gates, tasks: [] }, { isLead: false }))).toEqual([]);
  const lead = actsOf({ gates, tasks: [] }, { isLead: true });
  expect(mine(lead)).toEqual(['approval-1']);
  expect(lead).toHaveLength(3);
});
