import { describe, expect, test } from 'vitest';
import {
  dueOfAttention,
  isNewsOfQuestion,
  isTold,
  promiseOfAttention,
} from '../../../domain/promises/attention.ts';
import { application, facts } from '../letters/facts.ts';

const { settings } = facts;
const hoursAfter = (hours: number): string =>
  new Date(Date.parse(application.submittedAt) + hours * 3_600_000).toISOString();
const task = (hours: number) => ({
  due: hoursAfter(hours),
  owner: 'grace-okafor',
  at: application.submittedAt,
});
/** As the candidate's page has it. */
const current = (kind: 'shortlist' | 'attention' | 'acknowledgement', hours: number) => ({
  kind,
  due: hoursAfter(hours),
  firstDue: hoursAfter(hours),
  madeAt: application.submittedAt,
  owner: 'ana-ruiz',
});
const inReview = { ...application, stage: 'in-review' as const, promise: current('shortlist', 48) };
const said = (message: string, promises?: string, hours = 0) => ({
  message,
  to: 'candidate',
  status: 'sent',
  sentAt: hoursAfter(hours),
  promises,
});
const acknowledged = said('acknowledgement', hoursAfter(48));

describe('a machine that could go no further', () => {
  test('leaves the date as it was told when HR acts before it', () => {
    expect(promiseOfAttention(inReview, settings, task(24), [acknowledged])).toBeUndefined();
    const invited = said('invitation', hoursAfter(96), 24);
    expect(promiseOfAttention(inReview, settings, task(60), [invited, acknowledged])).toBeUndefined();
  });

  test('takes the date of the job’s page for told where no message has gone out yet', () => {
    const received = { ...application, stage: 'received' as const, promise: current('acknowledgement', 0) };
    expect(promiseOfAttention(received, settings, task(24), [])).toBeUndefined();
    expect(promiseOfAttention(received, settings, task(60), [])).toMatchObject({ firstDue: hoursAfter(48) });
  });

  test('makes the task the promise when it is due later than what was told', () => {
    expect(promiseOfAttention(inReview, settings, task(60), [acknowledged])).toMatchObject({
      kind: 'attention',
      due: hoursAfter(60),
      firstDue: hoursAfter(48),
      owner: 'grace-okafor',
    });
  });

  test('owes an answer that is decided until it has gone out', () => {
    const { promise: _, ...answered } = inReview;
    const declined = { ...answered, stage: 'declined' as const };
    expect(promiseOfAttention(declined, settings, task(60), [acknowledged])).toMatchObject({
      due: hoursAfter(60),
    });
    const told = [acknowledged, said('decline')];
    expect(promiseOfAttention(declined, settings, task(60), told)).toBeUndefined();
    const meant = [acknowledged, { ...said('decline'), status: 'intent' }];
    expect(promiseOfAttention(declined, settings, task(60), meant)).toBeDefined();
  });

  test('does not take what was said about a question for what was said about the application', () => {
    const late = { ...said('decision-delayed', hoursAfter(72), 2), questionId: '01KJQ000000000000000000000' };
    expect(promiseOfAttention(inReview, settings, task(60), [acknowledged, late])).toBeDefined();
    const released = { ...late, message: 'release' };
    expect(promiseOfAttention(inReview, settings, task(60), [acknowledged, released])).toBeDefined();
  });

  test('lets a release stand: it names who owes the answer', () => {
    const heard = [acknowledged, said('release', undefined, 72)];
    expect(promiseOfAttention(inReview, settings, task(96), heard)).toBeUndefined();
  });

  test('tells whoever was released with the date of a decision that it will be later', () => {
    const heard = [acknowledged, said('release', hoursAfter(90), 72)];
    expect(promiseOfAttention(inReview, settings, task(96), heard)).toMatchObject({ due: hoursAfter(96) });
    expect(promiseOfAttention(inReview, settings, task(90), heard)).toBeUndefined();
  });

  test('says nothing twice, and nothing to whoever has withdrawn', () => {
    const known = { ...inReview, promise: current('attention', 24) };
    expect(promiseOfAttention(known, settings, task(2000), [acknowledged])).toBeUndefined();
    const withdrawn = { ...application, stage: 'withdrawn' as const };
    expect(promiseOfAttention(withdrawn, settings, task(2000), [acknowledged])).toBeUndefined();
  });
});

describe('a question that no machine can see to any more', () => {
  const questionId = '01KJQ000000000000000000000';
  const about = (letter: ReturnType<typeof said>) => ({ ...letter, questionId });
  const received = about(said('question-received', hoursAfter(24)));

  test('is news when HR answers later than was told, or nothing was told', () => {
    expect(isNewsOfQuestion(questionId, hoursAfter(25), [received])).toBe(true);
    expect(isNewsOfQuestion(questionId, hoursAfter(24), [received])).toBe(false);
    expect(isNewsOfQuestion(questionId, hoursAfter(2), [acknowledged])).toBe(true);
  });

  test('is none to whoever was told of another date, was released or has the answer', () => {
    const late = about(said('decision-delayed', hoursAfter(48), 24));
    expect(isNewsOfQuestion(questionId, hoursAfter(48), [received, late])).toBe(false);
    expect(isNewsOfQuestion(questionId, hoursAfter(72), [received, about(said('release'))])).toBe(false);
    expect(isNewsOfQuestion(questionId, hoursAfter(72), [received, about(said('answer'))])).toBe(false);
  });
});

describe('a journey that stops again', () => {
  const at = '2026-03-03T09:00:00.000Z';
  const promise = { kind: 'attention', due: at, firstDue: at, madeAt: at, owner: 'ana-ruiz' } as const;
  const letter = { message: 'decision-delayed', to: 'candidate', status: 'sent', sentAt: at };

  test('keeps the date that the candidate has', () => {
    const later = '2026-03-04T09:00:00.000Z';
    const earlier = '2026-03-02T09:00:00.000Z';
    expect(dueOfAttention({ promise }, later)).toBe(at);
    expect(dueOfAttention({ promise }, earlier)).toBe(earlier);
    expect(dueOfAttention({ promise: { ...promise, kind: 'shortlist' } }, later)).toBe(later);
  });

  test.each([
    [letter, true],
    [{ ...letter, sentAt: '2026-03-03T08:59:59.999Z' }, false],
    [{ ...letter, status: 'sending' }, false],
    [{ ...letter, message: 'acknowledgement' }, false],
    [{ ...letter, questionId: '01KDVDNA00K641QW9P9RW517XE' }, false],
  ])('is no news once it was told: %j', (said, told) => {
    expect(isTold({ promise }, [said])).toBe(told);
    expect(isTold({ promise: { ...promise, kind: 'shortlist' } }, [said])).toBe(false);
  });
});
