import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { createMailStore, type Mail } from '../../../local/ses/mail-store.ts';

const mail: Mail = {
  id: 'one',
  at: '2026-03-02T09:30:00.000Z',
  from: 'jobs@shop.example',
  to: ['julia@example.com'],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: 'Hello',
  headers: {},
  tags: {},
  attachments: [],
  outcomes: { 'julia@example.com': 'delivered' },
};

it('keeps nothing of a mail it could not keep whole, and goes on', () => {
  const store = createMailStore(new DatabaseSync(':memory:'));
  store.save(mail, []);
  expect(() => store.save({ ...mail, outcomes: { 'omar@example.com': 'delivered' } }, [])).toThrow(/UNIQUE/);
  store.save({ ...mail, id: 'two' }, []);
  expect(store.list().map(({ id }) => id)).toEqual(['one', 'two']);
  expect(store.list({ to: 'omar@example.com' })).toEqual([]);
});
