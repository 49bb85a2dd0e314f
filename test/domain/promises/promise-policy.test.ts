import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { promisePolicy, promisePolicyNaming } from '../../../domain/promises/promise-policy.ts';
import { feedback, shortlist } from './policies.ts';

const issuesOf = (policy: unknown, schema: z.ZodType = promisePolicy) =>
  (schema.safeParse(policy).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const remind = { at: 0.5, action: 'remind', to: ['owner'], message: 'decision-reminder' };
const once = { within: 'PT24H', times: 0, ladder: [] };

describe('a promise policy is refused where', () => {
  test.each<[string, object, string]>([
    [
      'a reminder comes after the deadline',
      { ...shortlist, ladder: [{ ...remind, at: 1.2 }] },
      'ladder.0.at: must lie between 0 and 1: at 1 the deadline itself acts, and nothing is reminded after it',
    ],
    [
      'a reminder comes with the deadline',
      { ...shortlist, ladder: [{ ...remind, at: 1 }] },
      'ladder.0.at: must lie between 0 and 1: at 1 the deadline itself acts, and nothing is reminded after it',
    ],
    [
      'a reminder comes at once',
      { ...shortlist, ladder: [{ ...remind, at: 0 }] },
      'ladder.0.at: must lie between 0 and 1: at 0 the promise has only just been made',
    ],
    [
      'steps are out of order',
      { ...shortlist, ladder: [{ ...remind, at: 0.8 }, remind] },
      'ladder.1.at: comes at 0.5, not after 0.8 of the step before it',
    ],
    [
      'two steps of an extension share a moment',
      { ...shortlist, extension: { ...shortlist.extension, ladder: [remind, remind] } },
      'extension.ladder.1.at: comes at 0.5, not after 0.5 of the step before it',
    ],
    [
      'a step reaches nobody twice over',
      { ...shortlist, ladder: [{ ...remind, to: ['owner', 'owner'] }] },
      'ladder.0.to: names the same role twice',
    ],
    [
      'delay and release would reach the candidate at one instant',
      { ...shortlist, extension: once },
      'delayed: would reach the candidate together with the release, as extension.times is 0: use null',
    ],
    [
      'an extension is not told',
      { ...shortlist, delayed: null },
      'delayed: must name a message: an extension is told to the candidate',
    ],
    [
      'the release is silent',
      { ...shortlist, released: null },
      'released: must name a message: no candidate is released in silence',
    ],
    [
      'an extension that never happens has steps',
      { ...shortlist, delayed: null, extension: { ...once, ladder: [remind] } },
      'extension.ladder: would never run, as extension.times is 0: empty it',
    ],
    [
      'an internal promise speaks to the candidate',
      { ...feedback, released: 'release' },
      'released: would reach the candidate, but the promise is internal: use null',
    ],
    [
      'an internal promise opens with the candidate',
      { ...feedback, opens: { to: ['candidate'], message: 'question-received' } },
      'opens.to: includes the candidate, but the promise is internal',
    ],
    [
      'the backstop always cuts it off',
      { ...shortlist, within: 'P46D', backstop: 'P45D' },
      'within: is longer than the backstop P45D, which would always cut it off',
    ],
    [
      'it is shorter than a minute',
      { ...shortlist, within: 'PT59S' },
      'within: must be at least a minute, PT1M',
    ],
  ])('%s', (_, policy, issue) => {
    expect(issuesOf(policy)).toEqual([issue]);
  });

  test.each([
    [
      'the candidate is reminded',
      { ...shortlist, ladder: [{ ...remind, to: ['candidate'] }] },
      'ladder.0.to.0',
    ],
    ['nobody is reminded', { ...shortlist, ladder: [{ ...remind, to: [] }] }, 'ladder.0.to'],
    ['it is extended four times', { ...shortlist, extension: { ...once, times: 4 } }, 'extension.times'],
    ['a key is unknown', { ...shortlist, reminders: [] }, ''],
    ['a duration is none', { ...shortlist, within: '48 hours' }, 'within'],
  ])('%s', (_, policy, path) => {
    expect(issuesOf(policy).map((issue) => issue.split(':')[0])).toEqual([path]);
  });

  test('a message is not on the list', () => {
    const listed = promisePolicyNaming(z.enum(['decision-reminder', 'decision-escalation', 'release']));
    expect(issuesOf(shortlist, listed).map((issue) => issue.split(':')[0])).toEqual(['delayed']);
  });
});
