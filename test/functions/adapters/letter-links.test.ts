import { expect, it } from 'vitest';
import { letterLinks } from '../../../functions/adapters/letter-links.ts';
import { verifyLink } from '../../../functions/adapters/links.ts';
import { application, gateOf, interviewId } from '../../domain/letters/facts.ts';
import { fakeLinks } from './fake-kms.ts';

const links = fakeLinks();
const gate = { ...gateOf('feedback', `${interviewId}.tom-becker`), owner: 'lin-zhao' };
const { applicationId, personHash } = application;

const linksAt = (at: string) =>
  letterLinks(links, 'https://jobs.example', { application, gate, asked: 'give-feedback', at });

const keyOf = (url: string): string => new URL(url).hash.slice(1);

/** A year after the application: its journey was long, or its candidate still recommends the company. */
const late = '2027-03-02T09:00:00.000Z';

it('links of a letter open for half a year after it, however long ago the application came', async () => {
  const { status, survey, action } = await linksAt(late);
  const at = '2027-08-29T09:00:00.000Z';
  expect(await verifyLink(links, 'candidate', keyOf(status), at)).toBe(applicationId);
  expect(await verifyLink(links, 'candidate', keyOf(survey), at)).toBe(applicationId);
  expect(await verifyLink(links, 'interviewer', keyOf(action), at)).toBe(
    `${applicationId}.${interviewId}.lin-zhao`,
  );
});

it('a link to unsubscribe outlives every mail that carries it', async () => {
  const { unsubscribe } = await linksAt(late);
  const token = new URL(unsubscribe).searchParams.get('token') ?? '';
  expect(await verifyLink(links, 'unsubscribe', token, '2057-03-02T09:00:00.000Z')).toBe(personHash);
});
