import * as fc from 'fast-check';
import { type PromisePolicy, promisePolicy } from '../../../domain/promises/promise-policy.ts';

/** The shortlist promise as the default settings make it. */
export const shortlist: PromisePolicy = promisePolicy.parse({
  within: 'PT48H',
  clock: 'elapsed',
  audience: 'candidate',
  ladder: [
    { at: 0.5, action: 'remind', to: ['owner'], message: 'decision-reminder' },
    { at: 0.8, action: 'remind', to: ['owner', 'backup'], message: 'decision-reminder' },
    { at: 0.9, action: 'escalate', to: ['lead'], message: 'decision-escalation' },
  ],
  delayed: 'decision-delayed',
  extension: {
    within: 'PT24H',
    times: 1,
    ladder: [
      { at: 0.5, action: 'remind', to: ['lead'], message: 'decision-reminder' },
      { at: 0.8, action: 'remind', to: ['lead'], message: 'decision-reminder' },
    ],
  },
  released: 'release',
});

/** What one interviewer owes HR: no candidate hears of it, no second date. */
export const feedback: PromisePolicy = promisePolicy.parse({
  within: 'PT48H',
  clock: 'business',
  audience: 'internal',
  opens: { to: ['interviewer'], message: 'feedback-request' },
  ladder: [
    { at: 0.5, action: 'remind', to: ['interviewer'], message: 'feedback-reminder' },
    { at: 0.8, action: 'escalate', to: ['lead'], message: 'feedback-escalation' },
  ],
  delayed: null,
  extension: { within: 'PT24H', times: 0, ladder: [] },
  released: null,
});

const ladder = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 5 })
  .map((parts) => parts.toSorted((one, other) => one - other))
  .map((parts) =>
    parts.map((part) => ({ at: part / 1000, action: 'remind', to: ['owner'], message: 'decision-reminder' })),
  );

const within = fc.constantFrom('PT1M', 'PT90M', 'PT48H', 'P1D', 'P5D', 'P1W', 'P1DT4H');

/** Policies for candidates that the schema accepts, from one minute to a week, extended up to three times. */
export const policies = fc
  .record({
    within,
    clock: fc.constantFrom('elapsed', 'business'),
    ladder,
    again: within,
    times: fc.integer({ min: 0, max: 3 }),
    later: ladder,
    backstop: fc.constantFrom(undefined, 'P8D', 'P45D'),
  })
  .map(({ again, times, later, backstop, ...policy }) =>
    promisePolicy.parse({
      ...policy,
      audience: 'candidate',
      delayed: times === 0 ? null : 'decision-delayed',
      extension: { within: again, times, ladder: times === 0 ? [] : later },
      released: 'release',
      ...(backstop && { backstop }),
    }),
  );
