import { describe, expect, test } from 'vitest';
import { promiseOfAttention } from '../../../domain/promises/attention.ts';
import { application, facts, promise } from '../letters/facts.ts';

const { settings } = facts;
const task = (due: string) => ({ due, owner: 'grace-okafor', at: application.submittedAt });
const hoursAfter = (hours: number): string =>
  new Date(Date.parse(application.submittedAt) + hours * 3_600_000).toISOString();

describe('a machine that could go no further', () => {
  test('leaves the date of the decision as it was told when HR acts before it', () => {
    const acknowledged = { ...application, stage: 'received' as const, promise: promise('acknowledgement') };
    expect(promiseOfAttention(acknowledged, settings, task(hoursAfter(24)))).toBeUndefined();
  });

  test('makes the task the promise when it is due later than the decision that was told', () => {
    const acknowledged = { ...application, stage: 'received' as const, promise: promise('acknowledgement') };
    expect(promiseOfAttention(acknowledged, settings, task(hoursAfter(60)))).toMatchObject({
      kind: 'attention',
      due: hoursAfter(60),
      firstDue: hoursAfter(48),
    });
  });

  test('changes nothing where nothing is owed any more, or twice', () => {
    const late = task(hoursAfter(2000));
    expect(promiseOfAttention({ ...application, stage: 'declined' }, settings, late)).toBeUndefined();
    const known = { ...application, stage: 'in-review' as const, promise: promise('attention') };
    expect(promiseOfAttention(known, settings, late)).toBeUndefined();
  });
});
