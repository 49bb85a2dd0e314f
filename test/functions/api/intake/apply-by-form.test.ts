import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../../domain/api/problem.ts';
import { useTable } from '../../dynamodb.ts';
import { seedJob, seedSettings } from '../seed.ts';
import { applicationsFor, intakeOver, purposeOf, submissionOf } from './intake.ts';

const table = useTable();
const call = intakeOver(table);
const at = '2026-03-02T09:00:00.250Z';

const form = (fields: string | Record<string, string>, headers: Record<string, string> = {}) =>
  call({
    method: 'POST',
    path: '/api/applications',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    body: String(new URLSearchParams(fields)),
    at,
  });

const filled = (jobId: string, email: string) =>
  `jobId=${jobId}&name=Julia+Martin&email=${encodeURIComponent(email)}&phone=&criteria.weekends=yes&criteria.till=no&interests=books&interests=music&consent.offers=yes&website=`;

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'plain');
  await seedJob(table(), 'thankful', { thanksUrl: 'https://careers.example.com/thanks' });
  await seedJob(table(), 'vendeuse', { locale: 'fr' });
  await seedJob(table(), 'over', { status: 'closed' });
});

describe('a plain HTML form', () => {
  it('applies, and leads to the application', async () => {
    const answer = await form(filled('plain', 'form@example.com'));
    expect(answer.statusCode).toBe(303);
    expect(await purposeOf(String(answer.headers?.['location']), at)).toBe('receipt');
    expect(await applicationsFor(table(), 'plain')).toMatchObject([
      {
        candidate: { name: 'Julia Martin', email: 'form@example.com' },
        answers: { weekends: true, till: false },
        interests: ['books', 'music'],
      },
    ]);
  });

  it('leads to the thank-you page of a job that has one', async () => {
    const answer = await form(filled('thankful', 'form@example.com'));
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: 'https://careers.example.com/thanks' },
    });
  });

  it('is the same request as its JSON', async () => {
    const byForm = await form(filled('plain', 'both@example.com'));
    const byJson = await call({
      method: 'POST',
      path: '/api/applications',
      at,
      body: submissionOf('plain', 'both@example.com', {
        candidate: { name: 'Julia Martin', email: 'both@example.com' },
        interests: ['books', 'music'],
        consents: { offers: true },
      }),
    });
    expect(JSON.parse(byJson.body)).toMatchObject({ statusUrl: byForm.headers?.['location'] });
  });

  it('keeps to the Idempotency-Key of a program that sends it', async () => {
    const key = { 'Idempotency-Key': 'form-of-a-program' };
    const first = await form(filled('plain', 'keyed-form@example.com'), key);
    const again = await form(filled('plain', 'keyed-form@example.com'), key);
    expect(again.headers?.['location']).toBe(first.headers?.['location']);
    const other = await form(filled('plain', 'other-form@example.com'), key);
    expect(other.statusCode).toBe(422);
    expect(problem.parse(JSON.parse(other.body)).type).toBe('/problems/idempotency-key-reused');
  });

  it('comes back with what to correct and all that was typed, escaped', async () => {
    const answer = await form({
      jobId: 'plain',
      name: '"><script>alert(1)</script>',
      email: 'not an address',
      'criteria.weekends': 'yes',
      interests: 'music',
      'consent.offers': 'yes',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain(
      '<a href="#field-email">E-mail address</a> Please give an address like julia@example.com.',
    );
    expect(answer.body).toContain(
      '<a href="#field-criteria.till">Have you worked a till?</a> Please answer yes or no.',
    );
    expect(answer.body).not.toContain('<strong>Your name');
    expect(answer.body).not.toContain('<script>');
    expect(answer.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(answer.body).toContain('value="not an address"');
    expect(answer.body).toContain('name="criteria.weekends" required value="yes" checked');
    expect(answer.body).toContain('name="interests" value="music" checked');
    expect(answer.body).toContain('name="consent.offers" value="yes" checked');
    expect(answer.body).toContain('<input type="hidden" name="jobId" value="plain">');
  });

  it('speaks the language of the job', async () => {
    const answer = await form({ jobId: 'vendeuse', name: 'Julie' });
    expect(answer.body).toContain('<html lang="fr">');
    expect(answer.body).toContain('Votre candidature n’est pas encore partie.');
    expect(answer.body).toContain('Livres');
  });

  it('names a field that nobody knows', async () => {
    const answer = await form(`${filled('plain', 'x@example.com')}&salary=1`);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<strong>salary</strong>');
  });

  it.each([
    ['nothing', 404, 'We have no such job.'],
    ['', 404, 'We have no such job.'],
    ['No slug', 404, 'We have no such job.'],
    ['x'.repeat(3000), 404, 'We have no such job.'],
    ['over', 409, 'This job takes no more applications.'],
  ])('says in a page that %.20s cannot be applied for', async (jobId, status, words) => {
    const answer = await form(filled(jobId, 'x@example.com'));
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(words);
  });

  it('with files is refused, and told what is taken', async () => {
    const answer = await call({
      method: 'POST',
      path: '/api/applications',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      body: '--b--',
    });
    expect(answer.statusCode).toBe(415);
    expect(problem.parse(JSON.parse(answer.body)).detail).toBe(
      'the body must be application/json or application/x-www-form-urlencoded, not multipart/form-data',
    );
  });
});
