import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import { Refused } from '../../local/demo/http.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

interface Upload {
  readonly url: string;
  readonly fields: Record<string, string>;
  readonly resumeKey: string;
}

const page = '%PDF-1.7 Julia Perez, shop assistant. Twelve years of plants.';
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('a résumé', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T14:05:00Z');
    stage = new Stage(fresh.siteUrl);
  });

  /** Uploads as the form does; the file may pretend to be of another type than was asked for. */
  async function upload(content: string, sentAs = 'application/pdf') {
    const form = await stage.call<Upload>('POST', '/api/uploads', {
      body: { contentType: 'application/pdf' },
    });
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, 'Content-Type': sentAs }))
      body.append(name, value);
    body.append('file', new Blob([content]), 'Julia Perez.pdf');
    const answer = await fetch(form.url, { method: 'POST', body });
    return { answer, ...form };
  }

  async function apply(email: string, resumeKey: string) {
    const { applicationId } = await stage.call<{ applicationId: string }>('POST', '/api/applications', {
      body: {
        jobId: people.job,
        candidate: { name: 'Julia Perez', email },
        answers: { weekends: true, 'work-permit': true },
        resumeKey,
      },
    });
    return applicationId;
  }

  const open = (id: string) =>
    stage.staff<{ url: string; fileName: string }>(
      people.recruiter,
      'GET',
      `/api/files/applications/${id}/resume`,
    );
  const refusal = (id: string) => open(id).catch((error: unknown) => error);
  const stateOf = async (id: string) =>
    (
      await stage.staff<{ state: string }>(
        people.recruiter,
        'GET',
        `/api/files/applications/${id}/resume/state`,
      )
    ).state;

  test('is read by nobody before it was scanned, and by the recruiter afterwards, as a file to save', async () => {
    const { answer, resumeKey, url } = await upload(page);
    expect(answer.status).toBe(204);
    const id = await apply('julia@example.com', resumeKey);

    expect(await stateOf(id)).toBe('scanning');
    expect(await refusal(id)).toMatchObject({ status: 409 });
    expect((await fetch(`${url.replace(/\/$/, '')}/${resumeKey}`)).status).toBe(403);

    await stage.advance({ by: 'PT15S' });
    expect(await stateOf(id)).toBe('clean');
    const { url: address, fileName } = await open(id);
    const file = await fetch(address);
    expect(await file.text()).toBe(page);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`);
    expect(fileName).toBe(`resume-${id.slice(-6)}.pdf`);
    expect(address).not.toMatch(/Julia|Perez/i);
    expect((await fetch(address.replace('resume-', 'another-'))).status).toBe(403);
    const logged = fresh.cloud.logNames().flatMap((name) => fresh.cloud.log(name) ?? []);
    expect(logged.filter((line) => line.includes('X-Amz-Signature'))).toEqual([]);
  });

  test('with malware in it stays shut for good, and the recruiter is told why', async () => {
    const { resumeKey } = await upload(eicar);
    const id = await apply('mallory@example.com', resumeKey);
    await stage.advance({ by: 'PT1M' });
    expect(await stateOf(id)).toBe('threat');
    const told = await refusal(id);
    expect(told).toBeInstanceOf(Refused);
    expect(String(told)).toContain('malware');
  });

  test('that is a program and calls itself a PDF is handed to nobody', async () => {
    const { resumeKey } = await upload('MZ\u0090\0\u0003\0\0\0');
    const id = await apply('mona@example.com', resumeKey);
    await stage.advance({ by: 'PT1M' });
    expect(await stateOf(id)).toBe('disguised');
    expect(String(await refusal(id))).toContain('not what it calls itself');
  });

  test('of another type than was asked for is not taken', async () => {
    const { answer } = await upload('<script>', 'text/html');
    expect(answer.status).toBe(403);
    const other = stage.call('POST', '/api/uploads', { body: { contentType: 'text/html' } });
    await expect(other).rejects.toMatchObject({ status: 422 });
  });

  test('that was announced and never came is told as missing', async () => {
    const { resumeKey } = await stage.call<Upload>('POST', '/api/uploads', {
      body: { contentType: 'application/pdf' },
    });
    const id = await apply('ben@example.com', resumeKey);
    expect(await stateOf(id)).toBe('missing');
    expect(await refusal(id)).toMatchObject({ status: 404 });
  });

  test('that was handed in outlives the runs that delete what was not, and one that was not is no use any more', async () => {
    const [kept, abandoned] = [await upload(page), await upload(page)];
    const id = await apply('ines@example.com', kept.resumeKey);
    await stage.advance({ by: 'PT25H' });
    await expect(apply('late@example.com', abandoned.resumeKey)).rejects.toMatchObject({ status: 422 });
    await stage.advance({ by: 'P2D' });
    expect(await stateOf(id)).toBe('clean');
    expect(fresh.cloud.denials()).toEqual([]);
  });
});
