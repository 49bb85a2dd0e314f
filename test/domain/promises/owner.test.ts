import { describe, expect, it } from 'vitest';
import { eachOnce, firstOwnerOf, staffIdOf, toldWith } from '../../../domain/promises/owner.ts';
import { defaultSettings, someJob } from '../../workflows/office.ts';

const among = (
  people: Partial<typeof someJob>,
  gate: Parameters<typeof eachOnce>[1]['gate'] = { kind: 'shortlist', owner: someJob.recruiter },
) => ({
  settings: defaultSettings,
  job: { ...someJob, ...people },
  gate,
});

it('everybody hears once, in the first of their roles', () => {
  const one = among(
    { recruiter: 'ana-ruiz', backup: 'ana-ruiz', lead: 'ana-ruiz' },
    { kind: 'shortlist', owner: 'ana-ruiz' },
  );
  expect(eachOnce(['owner', 'backup'], one)).toEqual(['owner']);
  expect(eachOnce(['lead', 'candidate', 'owner'], one)).toEqual(['lead', 'candidate']);
  expect(eachOnce(['owner', 'backup', 'lead', 'candidate'], among({}))).toEqual([
    'owner',
    'backup',
    'lead',
    'candidate',
  ]);
});

it('an interviewer who is also the lead, or for whom the lead stands in, is one person', () => {
  for (const owner of [someJob.lead, 'left-since'])
    expect(eachOnce(['interviewer', 'lead'], among({}, { kind: 'feedback', owner }))).toEqual([
      'interviewer',
    ]);
  const tom = { kind: 'feedback', owner: 'tom-becker' } as const;
  expect(eachOnce(['interviewer', 'lead'], among({}, tom))).toHaveLength(2);
});

describe('whoever owes what a gate waits for', () => {
  it('is at first the recruiter, the lead for an approval, for feedback the interviewer', () => {
    expect(firstOwnerOf('shortlist', someJob, '1')).toBe(someJob.recruiter);
    expect(firstOwnerOf('approval', someJob, '01KJT000000000000000000000')).toBe(someJob.lead);
    expect(firstOwnerOf('feedback', someJob, '01KJT000000000000000000000.tom-becker')).toBe('tom-becker');
  });

  it('is meant by the role that owes it, and by no other', () => {
    const lin = { owner: 'lin-zhao', handedOver: true } as const;
    expect(staffIdOf('owner', someJob, { kind: 'shortlist', ...lin })).toBe('lin-zhao');
    expect(staffIdOf('lead', someJob, { kind: 'shortlist', ...lin })).toBe(someJob.lead);
    expect(staffIdOf('lead', someJob, { kind: 'approval', ...lin })).toBe('lin-zhao');
    expect(staffIdOf('owner', someJob, { kind: 'approval', ...lin })).toBe(someJob.recruiter);
    expect(staffIdOf('interviewer', someJob, { kind: 'feedback', ...lin })).toBe('lin-zhao');
  });

  it('is the job’s, as it now stands, until somebody is given it; feedback is its interviewer’s', () => {
    const owner = 'recruiter-of-old';
    expect(staffIdOf('owner', someJob, { kind: 'shortlist', owner })).toBe(someJob.recruiter);
    expect(staffIdOf('interviewer', someJob, { kind: 'feedback', owner: 'tom-becker' })).toBe('tom-becker');
    expect(staffIdOf('owner', someJob, { kind: 'interview', owner: 'system' })).toBe(someJob.recruiter);
  });

  it('hears once when it was handed to the backup, and the backup of old is still told', () => {
    const to = ['owner', 'backup'] as const;
    const handed = { kind: 'shortlist', owner: someJob.backup, handedOver: true } as const;
    expect(eachOnce(to, among({}, handed))).toEqual(['owner']);
    expect(eachOnce(to, among({ backup: someJob.recruiter }, handed))).toEqual(['owner', 'backup']);
  });
});

describe('those who are told a thing together', () => {
  const due = '2026-03-04T09:00:00.000Z';
  const rung = {
    index: 1,
    at: due,
    action: 'remind',
    to: ['owner', 'backup', 'lead'],
    message: 'decision-reminder',
    due,
  } as const;
  const gate = { rung: 1, rungs: [{ ...rung, to: [...rung.to] }] };

  it('are those before a role on the rung at which the gate stands', () => {
    expect(toldWith(gate, { message: 'decision-reminder', to: 'lead' })).toEqual(['owner', 'backup']);
    expect(toldWith(gate, { message: 'decision-reminder', to: 'owner' })).toEqual([]);
  });

  it('are none for a role the rung leaves out, another message, and a gate without a ladder', () => {
    expect(toldWith(gate, { message: 'decision-reminder', to: 'interviewer' })).toEqual([]);
    expect(toldWith(gate, { message: 'question-assigned', to: 'lead' })).toEqual([]);
    expect(toldWith({ ...gate, rung: 0 }, { message: 'decision-reminder', to: 'lead' })).toEqual([]);
    expect(toldWith({ rung: -1 }, { message: 'decision-reminder', to: 'lead' })).toEqual([]);
  });
});
