import { describe, expect, it } from 'vitest';
import { cancel, reschedule, schedule } from '../../../domain/interviews/changes.ts';
import { interview, interviewPlan } from '../../../domain/interviews/interview.ts';
import { objectionsToPlan } from '../../../domain/interviews/objections.ts';
import { standingOf } from '../../../domain/interviews/standing.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';

const plan = interviewPlan.parse({
  startsAt: '2026-03-10T14:00:00Z',
  minutes: 45,
  zone: 'Europe/London',
  place: '12 Market Street',
  interviewers: ['tom-becker'],
  bring: 'Your licence.',
});
const by = 'ana-ruiz';
const first = { by, at: '2026-03-04T10:00:00.000Z' };
const later = { by: 'omar-haddad', at: '2026-03-05T10:00:00.000Z' };
const scheduled = () => schedule('01JNBZ3V4W5X6Y7Z8A9B0C1D2E', '01JNBZ3V4W5X6Y7Z8A9B0C1D2F', plan, first);

describe('an interview', () => {
  it('ends after its minutes, and is what the store takes', () => {
    expect(scheduled().endsAt).toBe('2026-03-10T14:45:00.000Z');
    expect(interview.parse(scheduled())).toEqual(scheduled());
  });

  it('takes nothing of the old arrangement along when it moves', () => {
    const { place, bring, ...rest } = plan;
    const video = interviewPlan.parse({ ...rest, minutes: 30, videoUrl: 'https://meet.example.com/1' });
    const moved = interview.parse(reschedule(scheduled(), video, later));
    expect(moved).toMatchObject({
      version: 2,
      sequence: 1,
      endsAt: '2026-03-10T14:30:00.000Z',
      createdAt: first.at,
      updatedAt: later.at,
      scheduledBy: 'omar-haddad',
    });
    expect([place, bring, moved.place, moved.bring]).toEqual([
      '12 Market Street',
      'Your licence.',
      undefined,
      undefined,
    ]);
  });

  it('is the same when nothing about it is another, however it is written', () => {
    const two = { ...plan, interviewers: ['tom-becker', 'lin-zhao'] };
    const before = schedule('01JNBZ3V4W5X6Y7Z8A9B0C1D2E', '01JNBZ3V4W5X6Y7Z8A9B0C1D2F', two, first);
    const again = { ...two, startsAt: '2026-03-10T14:00:00.000Z', interviewers: ['lin-zhao', 'tom-becker'] };
    expect(reschedule(before, again, later)).toBe(before);
  });

  it.each([
    ['time', { startsAt: '2026-03-10T14:05:00Z' }],
    ['length', { minutes: 50 }],
    ['zone', { zone: 'Europe/Dublin' }],
    ['place', { place: '14 Market Street' }],
    ['people', { interviewers: ['lin-zhao'] }],
    ['what to bring', { bring: undefined }],
    ['number', { contactPhone: '+44 113 496 0000' }],
  ])('is another when its %s is', (_, change) => {
    const moved = reschedule(scheduled(), { ...plan, ...change }, later);
    expect(moved).toMatchObject({ version: 2, sequence: 1 });
  });

  it('changes until its last minute and not from then on', () => {
    const lastMoment = { by, at: '2026-03-10T14:44:59.999Z' };
    const over = { by, at: '2026-03-10T14:45:00.000Z' };
    expect(cancel(scheduled(), lastMoment).status).toBe('cancelled');
    expect(() => cancel(scheduled(), over)).toThrow(NotAllowed);
    expect(() => reschedule(scheduled(), plan, over)).toThrow(NotAllowed);
    expect([standingOf(scheduled(), lastMoment.at), standingOf(scheduled(), over.at)]).toEqual([
      'scheduled',
      'over',
    ]);
  });

  it('once called off stays so', () => {
    const cancelled = cancel(scheduled(), later);
    expect(() => reschedule(cancelled, plan, later)).toThrow(later.at);
    expect(() => cancel(cancelled, later)).toThrow(NotAllowed);
  });
});

describe('a plan', () => {
  const staff = [{ id: 'tom-becker' }];

  it('lies ahead, by a millisecond at least, and names colleagues', () => {
    expect(objectionsToPlan(plan, staff, '2026-03-10T13:59:59.999Z')).toEqual([]);
    expect(objectionsToPlan(plan, staff, '2026-03-10T14:00:00.000Z')).toMatchObject([{ path: 'startsAt' }]);
    const stranger = { ...plan, interviewers: ['tom-becker', 'no-body'] };
    expect(objectionsToPlan(stranger, staff, first.at)).toMatchObject([{ path: 'interviewers.1' }]);
  });

  it('lies within ninety days: a year that is mistyped would keep the candidate waiting for it', () => {
    expect(objectionsToPlan(plan, staff, '2025-12-10T14:00:00.000Z')).toEqual([]);
    expect(objectionsToPlan(plan, staff, '2025-12-10T13:59:59.999Z')).toEqual([
      { path: 'startsAt', message: 'must lie within 90 days' },
    ]);
  });

  it('is at a place or by video, with at least one interviewer', () => {
    const { place, ...nowhere } = plan;
    const wrong = [
      nowhere,
      { ...plan, videoUrl: 'https://meet.example.com/1' },
      { ...plan, interviewers: [] },
    ];
    expect(wrong.map((one) => interviewPlan.safeParse(one).success)).toEqual([false, false, false]);
    expect(interviewPlan.safeParse({ ...nowhere, place }).success).toBe(true);
  });
});
