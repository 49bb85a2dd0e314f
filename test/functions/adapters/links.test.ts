import { describe, expect, it } from 'vitest';
import { LinkExpired, LinkInvalid } from '../../../domain/links/link.ts';
import { decodeToken } from '../../../domain/links/token.ts';
import { fingerprint, hashAddress, issueLink, verifyLink } from '../../../functions/adapters/links.ts';
import { fakeLinks } from './fake-kms.ts';

const links = fakeLinks();
const id = '01KDVDNA00K641QW9P9RW517W6.01KDVDNA00K641QW9P9RW517W7.ana-ruiz';
const expiry = '2026-08-29T09:00:00.250Z';

describe('a signed link', () => {
  it('gives its id until it expires', async () => {
    const token = await issueLink(links, 'interviewer', id, expiry);
    expect(await verifyLink(links, 'interviewer', token, '2026-03-02T09:00:00Z')).toBe(id);
    expect(await verifyLink(links, 'interviewer', token, expiry)).toBe(id);
    await expect(verifyLink(links, 'interviewer', token, '2026-08-29T09:00:00.251Z')).rejects.toThrow(
      LinkExpired,
    );
  });

  it('is the same when issued again, and does not show its purpose', async () => {
    const token = await issueLink(links, 'candidate', id, expiry);
    expect(await issueLink(links, 'candidate', id, expiry)).toBe(token);
    const visitor = await issueLink(links, 'visitor', id, expiry);
    expect(visitor).toHaveLength(token.length);
    expect(token).toMatch(/^[\w-]+$/);
  });

  it('opens nothing for another purpose, expired or not', async () => {
    const token = await issueLink(links, 'visitor', id, expiry);
    await expect(verifyLink(links, 'candidate', token, '2027-01-01T00:00:00Z')).rejects.toThrow(LinkInvalid);
  });

  it.each([0, 5, 6, 20, 40, 60])('is refused when character %i was changed', async (position) => {
    const token = await issueLink(links, 'candidate', id, expiry);
    const other = token[position] === 'A' ? 'B' : 'A';
    const forged = token.slice(0, position) + other + token.slice(position + 1);
    await expect(verifyLink(links, 'candidate', forged, '2026-03-02T09:00:00Z')).rejects.toThrow(LinkInvalid);
  });

  it.each(['', 'x', 'hello there', 'A'.repeat(50), 'A'.repeat(2000)])('cannot be %j', async (token) => {
    await expect(verifyLink(links, 'candidate', token, '2026-03-02T09:00:00Z')).rejects.toThrow(LinkInvalid);
  });
});

describe('a hash', () => {
  it('takes spellings of one address for one person, and a tag for another', async () => {
    const hash = await hashAddress(links, 'julia@example.com');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashAddress(links, '  Julia@EXAMPLE.com ')).toBe(hash);
    expect(await hashAddress(links, 'julia+jobs@example.com')).not.toBe(hash);
  });

  it('is no MAC of a link to the same text', async () => {
    const id = 'julia@example.com';
    const { mac } = decodeToken(await issueLink(links, 'person', id, expiry));
    const hash = await hashAddress(links, `${id}\n${Date.parse(expiry)}`);
    expect(hash).not.toBe(Buffer.from(mac).toString('hex'));
  });

  it('takes texts longer than a KMS message', async () => {
    const long = 'x'.repeat(10_000);
    expect(await fingerprint(links, long)).not.toBe(await fingerprint(links, `${long}x`));
  });
});
