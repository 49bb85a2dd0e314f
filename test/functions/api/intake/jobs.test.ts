import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { useTable } from '../../dynamodb.ts';
import { seedJob, seedSettings } from '../seed.ts';
import { intakeOver } from './intake.ts';

const table = useTable();
const call = intakeOver(table);
const get = (path: string) => call({ method: 'GET', path });

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker', { resume: 'required' });
  await seedJob(table(), 'vendedora', { locale: 'es' });
  await seedJob(table(), 'over', { status: 'closed' });
});

describe('jobs', () => {
  it('are listed while they are open, without who works on them', async () => {
    const { jobs } = intakeApi.listJobs.reply.body.parse(JSON.parse((await get('/api/jobs')).body));
    expect(jobs.map(({ jobId }) => jobId)).toEqual(['baker', 'vendedora']);
    expect((await get('/api/jobs')).body).not.toContain('ana-ruiz');
  });

  it('tell their form, their interests and their promise', async () => {
    const told = intakeApi.readJob.reply.body.parse(JSON.parse((await get('/api/jobs/baker')).body));
    expect(told.fields.map(({ name, required }) => `${name}${required ? '*' : ''}`)).toEqual([
      'name*',
      'email*',
      'phone',
      'criteria.weekends*',
      'criteria.till*',
      'resumeKey*',
      'interests',
      'consent.offers',
    ]);
    expect(told.interests.map(({ id }) => id)).toEqual(['books', 'garden', 'home', 'music']);
    expect(told.promise).toEqual({
      kind: 'shortlist',
      within: 'PT48H',
      words: 'You will know within 48 hours whether you are shortlisted.',
    });
  });

  it('speak their own language', async () => {
    const told = intakeApi.readJob.reply.body.parse(JSON.parse((await get('/api/jobs/vendedora')).body));
    expect(told.promise.words).toBe('En 48 horas sabrá si su candidatura pasa a entrevista.');
    const interests = told.fields.find(({ name }) => name === 'interests');
    expect(interests?.options).toContainEqual({ value: 'garden', label: 'Jardín' });
  });

  it('are not there when closed or unknown', async () => {
    expect((await get('/api/jobs/over')).statusCode).toBe(404);
    expect((await get('/api/jobs/nothing')).statusCode).toBe(404);
    expect((await get('/api/jobs/No_Job')).statusCode).toBe(422);
  });
});

describe('an upload', () => {
  const policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(z.unknown()) });

  it('is a form for exactly one key and type, of 1 byte to 10 MB', async () => {
    const answer = await call({
      method: 'POST',
      path: '/api/uploads',
      body: { contentType: 'application/pdf' },
      at: '2026-03-02T09:00:00.250Z',
    });
    expect(answer.statusCode).toBe(201);
    const { fields, resumeKey, expiresAt } = intakeApi.openUpload.reply.body.parse(JSON.parse(answer.body));
    expect(expiresAt).toBe('2026-03-02T09:10:00.250Z');
    const text = Buffer.from(String(fields['Policy']), 'base64').toString();
    expect(policy.parse(JSON.parse(text)).conditions).toEqual(
      expect.arrayContaining([
        ['eq', '$key', resumeKey],
        ['eq', '$Content-Type', 'application/pdf'],
        ['content-length-range', 1, 10_485_760],
        { bucket: 'resumes' },
      ]),
    );
  });

  it('is refused for anything that is no document', async () => {
    const answer = await call({
      method: 'POST',
      path: '/api/uploads',
      body: { contentType: 'image/svg+xml' },
    });
    expect(answer.statusCode).toBe(422);
  });
});
