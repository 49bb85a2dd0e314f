/** All runs of the shipped machines stand in one file, so that its last test can say what none of them ran. */
import { expect, test } from 'vitest';
import './undecided.cases.ts';
import './decisions.cases.ts';
import './withdrawals.cases.ts';
import './interviews.cases.ts';
import './offers.cases.ts';
import './questions.cases.ts';
import './failures.cases.ts';
import './dead-ends.cases.ts';
import './promises.cases.ts';
import './resilience.cases.ts';
import './taken-up.cases.ts';
import { notRun, unknownNotes } from './coverage.ts';

test('every state, branch, Catch, exhausted Retry, time-out and answer of the shipped machines was run', () => {
  expect(notRun()).toEqual([]);
  expect(unknownNotes()).toEqual([]);
});
