import { expect, it } from 'vitest';
import { objectionsToJob } from '../../../domain/decisions/job-objections.ts';
import { jobDraft } from '../../../domain/jobs/job.ts';

const criterion = {
  id: 'till',
  question: 'Have you worked a till?',
  text: 'has worked a till',
  expected: true,
};
const draft = jobDraft.parse({
  title: 'Baker',
  location: 'York',
  description: 'Bake.',
  locale: 'en',
  criteria: [criterion, criterion],
  resume: 'none',
  recruiter: 'ana-ruiz',
  backup: 'no-body',
  lead: 'grace-okafor',
  interviewers: ['grace-okafor', 'some-body'],
});

it('a job names colleagues only, and each criterion once', () => {
  const staff = [{ id: 'ana-ruiz' }, { id: 'grace-okafor' }];
  expect(objectionsToJob(draft, staff).map(({ path }) => path)).toEqual([
    'backup',
    'interviewers.1',
    'criteria.1.id',
  ]);
  const right = { ...draft, backup: 'ana-ruiz', interviewers: [], criteria: [criterion] };
  expect(objectionsToJob(right, staff)).toEqual([]);
});
