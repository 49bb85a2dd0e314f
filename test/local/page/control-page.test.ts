import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Laptop, startLaptop } from './laptop.ts';

describe('the control page', () => {
  let laptop: Laptop;
  let invitation: string;
  beforeAll(async () => {
    laptop = await startLaptop();
    invitation = laptop.mails.list().at(-1)?.id ?? '';
  });
  afterAll(() => laptop.close());
  const get = (path: string, method = 'GET') =>
    fetch(`${laptop.origin}${path}`, { method, redirect: 'manual' });

  it.each([
    ['/_local/', 'text/html; charset=utf-8'],
    ['/_local/main.js', 'text/javascript; charset=utf-8'],
    ['/_local/page.css', 'text/css; charset=utf-8'],
  ])('serves %s under a policy that allows no inline code', async (path, type) => {
    const reply = await get(path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
    expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'.*trusted-types 'none'/);
  });

  it('sends /_local to the page', async () => {
    expect((await get('/_local')).headers.get('location')).toBe('/_local/');
  });

  it('shows a mail in a sandbox, its links in a new tab', async () => {
    const reply = await get(`/_local/mail/${invitation}/html`);
    expect(reply.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
    expect(await reply.text()).toContain('<head><base target="_blank"><style>');
  });

  it('only ever downloads an attachment', async () => {
    const reply = await get(`/_local/mail/${invitation}/attachments/0`);
    expect(reply.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''interview.ics");
    expect(reply.headers.get('content-type')).toBe('application/octet-stream');
    expect(await reply.text()).toBe('BEGIN:VCALENDAR');
  });

  it.each([
    '/_local/mail/none/html',
    '/_local/mail/none/attachments/0',
    '/_local/none.js',
    '/_local/..%2fcontrol-page.ts',
  ])('has no %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('tells who can sign in, which keys there are and where to go', async () => {
    expect(await (await get('/_local/about')).json()).toMatchObject({
      staff: [{ userName: 'ana' }],
      apiKeys: [{ name: 'shop' }],
      links: [{ href: '/' }],
    });
  });

  it('leaves other methods and paths to the control API', async () => {
    const request = {
      query: new URLSearchParams(),
      headers: {},
      rawHeaders: [],
      sourceIp: '127.0.0.1',
      body: Buffer.alloc(0),
    };
    expect(await laptop.page({ ...request, method: 'POST', path: '/_local/' })).toBeUndefined();
    expect(await laptop.page({ ...request, method: 'GET', path: '/_local/mail' })).toBeUndefined();
  });
});
