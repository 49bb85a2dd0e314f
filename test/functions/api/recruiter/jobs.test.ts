import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { listJobs } from '../../../../functions/adapters/store/jobs.ts';
import { seedJob } from '../seed.ts';
import { statuses } from '../statuses.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const draft = {
  title: 'Baker',
  location: 'York',
  description: 'Bake.',
  locale: 'en',
  criteria: [],
  resume: 'none',
  recruiter: 'ana-ruiz',
  backup: 'omar-haddad',
  lead: 'grace-okafor',
  interviewers: [],
};
const path = '/api/staff/jobs';
const openIds = async () => (await listJobs(desk.table(), 'open')).map(({ jobId }) => jobId);

describe('a job', () => {
  it('is opened, rewritten and closed by those it names', async () => {
    const body = { ...draft, jobId: 'baker-york' };
    expect(await desk.ask(recruiterApi.createJob, path, { body })).toMatchObject({
      status: 'open',
      version: 1,
    });
    expect(await openIds()).toContain('baker-york');

    const rewritten = { ...draft, title: 'Pastry cook', expectedVersion: 1 };
    const replaced = await desk.ask(recruiterApi.replaceJob, `${path}/baker-york`, { body: rewritten });
    expect(replaced).toMatchObject({ title: 'Pastry cook', version: 2, status: 'open' });

    const call = { body: { expectedVersion: 2 } };
    expect(await desk.ask(recruiterApi.closeJob, `${path}/baker-york/close`, call)).toMatchObject({
      status: 'closed',
      title: 'Pastry cook',
    });
    expect(await openIds()).not.toContain('baker-york');
    const again = { body: { expectedVersion: 3 } };
    expect(await desk.ask(recruiterApi.reopenJob, `${path}/baker-york/reopen`, again)).toMatchObject({
      status: 'open',
      version: 4,
    });
    expect(await openIds()).toContain('baker-york');
    const { jobs } = await desk.ask(recruiterApi.listJobs, path);
    expect(jobs.map(({ title }) => title)).toEqual(['Pastry cook', 'Sales assistant']);
  });

  it('is not opened again for somebody who has left', async () => {
    await seedJob(desk.table(), 'clerk-leeds', { status: 'closed', backup: 'no-body' });
    const call = { as: 'grace-okafor', body: { expectedVersion: 1 } };
    expect(await desk.refusal('POST', `${path}/clerk-leeds/reopen`, call)).toMatchObject({ status: 409 });
  });

  it('says to applicants what the settings promise, in their language', async () => {
    const terms = await desk.ask(recruiterApi.readTerms, '/api/staff/terms/fr');
    expect(terms.promise).toMatchObject({ within: 'PT48H', words: expect.stringContaining('48') });
    expect(terms.consent.text).toContain('Je souhaite');
    expect(terms.interests).toContainEqual({
      id: 'garden',
      names: { en: 'Garden', es: 'Jardín', fr: 'Jardin' },
    });
  });

  it('keeps its id to itself', async () => {
    const body = { ...draft, jobId: 'florist-leeds' };
    const replies = await Promise.all([1, 2].map(() => desk.send('POST', path, { body })));
    expect(statuses(replies)).toEqual([201, 409]);
  });

  it('is not rewritten on a version that somebody changed meanwhile', async () => {
    await desk.ask(recruiterApi.createJob, path, { body: { ...draft, jobId: 'driver-leeds' } });
    const body = { ...draft, expectedVersion: 1 };
    const replies = await Promise.all([1, 2].map(() => desk.send('PUT', `${path}/driver-leeds`, { body })));
    expect(statuses(replies)).toEqual([200, 409]);
  });

  it.each([
    ['somebody unknown', { backup: 'no-body' }, 'body.backup'],
    ['an unknown interviewer', { interviewers: ['tom-becker', 'no-body'] }, 'body.interviewers.1'],
    ['a criterion twice', { criteria: [criterion('till'), criterion('till')] }, 'body.criteria.1.id'],
    ['a field nobody knows', { salary: 1 }, 'body.salary'],
  ])('that names %s is refused', async (_, change, field) => {
    const body = { ...draft, jobId: 'cook-leeds', ...change };
    expect(await desk.refusal('POST', path, { body })).toMatchObject({ status: 422, fields: [field] });
  });

  it('is nothing for a recruiter whom it does not name', async () => {
    const body = { ...draft, jobId: 'cook-leeds' };
    expect(await desk.refusal('POST', path, { as: 'tom-becker', body })).toMatchObject({ status: 403 });
    const call = { as: 'tom-becker', body: { expectedVersion: 1 } };
    const close = await desk.refusal('POST', `${path}/sales-assistant-leeds/close`, call);
    expect(close).toMatchObject({ status: 403 });
  });
});

function criterion(id: string) {
  return { id, question: 'Can you?', text: 'can', expected: true };
}
