import { describe, expect, it, test } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const resumeKey = 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
const pathOf = (id: string) => `/api/staff/applications/${id}/resume`;

describe('the address of a résumé', () => {
  it('is given once the scanner found nothing, for a minute, and names the file after the application', async () => {
    const id = await desk.anApplication({ resumeKey });
    desk.scanned('NO_THREATS_FOUND', 'application/pdf');
    const { url, fileName, seconds } = await desk.ask(recruiterApi.openResume, pathOf(id));
    expect(fileName).toBe(`resume-${id.slice(-6)}.pdf`);
    expect(seconds).toBe(60);
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe(`/${resumeKey}`);
    expect(searchParams.get('X-Amz-Expires')).toBe('60');
    expect(searchParams.get('response-content-disposition')).toBe(`attachment; filename="${fileName}"`);
    expect(searchParams.get('response-content-type')).toBe('application/pdf');
  });

  it('passes on no type that the upload form would have refused', async () => {
    const id = await desk.anApplication({ resumeKey });
    desk.scanned('NO_THREATS_FOUND', 'text/html');
    const { url, fileName } = await desk.ask(recruiterApi.openResume, pathOf(id));
    expect(new URL(url).searchParams.get('response-content-type')).toBe('application/octet-stream');
    expect(fileName).toBe(`resume-${id.slice(-6)}`);
  });

  test.each([
    [undefined, 409, /being scanned/],
    ['THREATS_FOUND', 409, /malware/],
    ['UNSUPPORTED', 409, /could not look/],
  ])('is not given of one tagged %s', async (tag, status, detail) => {
    const id = await desk.anApplication({ resumeKey });
    desk.scanned(tag);
    const refused = await desk.refusal('GET', pathOf(id));
    expect(refused.status).toBe(status);
    expect(refused.detail).toMatch(detail);
  });

  it('is not given where there is none, nor to colleagues whom the job does not name', async () => {
    const without = await desk.anApplication();
    expect(await desk.refusal('GET', pathOf(without))).toMatchObject({ status: 404 });
    const id = await desk.anApplication({ resumeKey });
    desk.scanned('NO_THREATS_FOUND');
    expect(await desk.refusal('GET', pathOf(id), { as: 'tom-becker' })).toMatchObject({ status: 403 });
  });
});
