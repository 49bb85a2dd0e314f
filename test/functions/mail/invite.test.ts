import { describe, expect, test } from 'vitest';
import { calendarInvite } from '../../../functions/mail/invite.ts';
import type { Inviting } from '../../../functions/mail/inviting.ts';
import { isInviting } from '../../../functions/mail/inviting.ts';
import { catalogue, samples } from '../../templates/letters.ts';

const messages = samples.flatMap(({ message, locale, case: of }) =>
  isInviting(message) ? [{ message, locale, of }] : [],
);

function sampleOf(name: Inviting['name'], of = '') {
  const found = messages.find((it) => it.message.name === name && it.locale === 'en' && it.of.includes(of));
  if (!found) throw new Error(`no sample of ${name}`);
  return found.message;
}

const startsAt = '2026-03-10T14:00:00Z';
const zone = 'America/New_York';
const organizer = { name: 'Ana Ruiz', email: 'ana.ruiz@shopwithus.example' };

/** The file about an interview that has changed so often, called off or not. */
function invite(message: Inviting, sequence = 0, locale: 'en' | 'es' | 'fr' = 'en', given = {}) {
  const status = message.name === 'interview-cancelled' ? 'cancelled' : 'scheduled';
  return calendarInvite({
    message,
    locale,
    phrases: catalogue.locales[locale].phrases,
    interview: { interviewId: 'int-01', sequence, status, startsAt, zone, ...given },
    organizer,
    stampedAt: '2026-03-04T10:15:30.250Z',
    attendee: 'julia@example.com',
  });
}

const unfold = (content: string) => content.replaceAll('\r\n ', '').split('\r\n');
const value = (content: string, name: string) =>
  unfold(content).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe.each(messages)('$message.name [$locale] $of', ({ message, locale }) => {
  const isStanding = message.name === 'interview-scheduled' || message.name === 'interview-cancelled';
  const { content } = invite(message, isStanding ? 2 : 1, locale);

  test('is folded at 75 octets, with CRLF, and closes what it opens', () => {
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfold(content).filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('names itself for good and carries no signed link', () => {
    expect(value(content, 'UID')).toBe('UID:int-01@shopwithus.example');
    expect(value(content, 'SEQUENCE')).toBe('SEQUENCE:2');
    expect(value(content, 'DTSTAMP')).toBe('DTSTAMP:20260304T101530Z');
    expect(value(content, 'ORGANIZER')).toBe('ORGANIZER;CN="Ana Ruiz":mailto:ana.ruiz@shopwithus.example');
    expect(value(content, 'ATTENDEE')).toContain('mailto:julia@example.com');
    expect(unfold(content).join()).not.toContain('k3f9');
  });
});

test('an appointment says when, in its zone, where and whom to call', () => {
  const { content, contentType } = invite(sampleOf('interview-scheduled', 'at a place'));
  expect(contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
  expect(value(content, 'METHOD')).toBe('METHOD:REQUEST');
  expect(value(content, 'DTSTART')).toBe('DTSTART:19700101T000000');
  expect(unfold(content)).toContain('DTSTART;TZID=America/New_York:20260310T100000');
  expect(value(content, 'DTEND')).toBe('DTEND;TZID=America/New_York:20260310T104500');
  expect(value(content, 'TZOFFSETTO')).toBe('TZOFFSETTO:-0400');
  expect(value(content, 'LOCATION')).toBe('LOCATION:Shopwithus\\, 120 Market Street\\, 2nd floor');
  expect(value(content, 'DESCRIPTION')).toContain('On the day\\, call: 1-800-GR8HR\\n');
  expect(value(content, 'STATUS')).toBe('STATUS:CONFIRMED');
});

test('an interview by video takes place at its link', () => {
  const { content } = invite(sampleOf('interview-scheduled', 'by video'));
  expect(value(content, 'LOCATION')).toBe('LOCATION:https://meet.shopwithus.example/j/482-119');
  expect(value(content, 'DESCRIPTION')).toContain('Video call: https://meet.shopwithus.example/j/482-119\\n');
});

test.each([
  ['interview-cancelled', 1, 'SUMMARY:Interview for the job of Sales assistant\\, Shopwithus'],
  ['withdrawal-confirmed', 0, 'SUMMARY:Interview for the job of Sales assistant\\, Shopwithus'],
  ['erasure-confirmed', 0, undefined],
] as const)('%s takes the same appointment back', (name, sequence, summary) => {
  const { content, contentType } = invite(sampleOf(name), sequence);
  expect(contentType).toContain('method=CANCEL');
  const appointment = invite(sampleOf('interview-scheduled')).content;
  for (const kept of ['UID', 'ORGANIZER', 'ATTENDEE'])
    expect(value(content, kept)).toBe(value(appointment, kept));
  expect([value(appointment, 'SEQUENCE'), value(content, 'SEQUENCE')]).toEqual(['SEQUENCE:0', 'SEQUENCE:1']);
  expect(value(content, 'STATUS')).toBe('STATUS:CANCELLED');
  expect(unfold(content)).toContain('DTSTART;TZID=America/New_York:20260310T100000');
  expect(value(content, 'SUMMARY')).toBe(summary);
});

test('without an interview ahead there is nothing to take back', () => {
  const others = samples.filter(({ message: { name } }) => /withdrawal|erasure/.test(name));
  expect(others.filter(({ message }) => !isInviting(message)).length).toBeGreaterThan(0);
  for (const { message, case: of } of others) expect(isInviting(message)).toBe(of === 'before an interview');
});

test.each([
  ['2026-03-29T00:30:00Z', 'Europe/Madrid', '20260329T013000', '+0100'],
  ['2026-03-29T01:30:00Z', 'Europe/Madrid', '20260329T033000', '+0200'],
  ['2026-11-01T06:30:00Z', 'America/New_York', '20261101T013000', '-0500'],
  ['2026-03-05T13:00:00Z', 'Asia/Kolkata', '20260305T183000', '+0530'],
  ['2026-03-05T13:00:00Z', 'UTC', '20260305T130000', '+0000'],
])('%s in %s is %s at %s', (startsAt, zone, local, offset) => {
  const { content } = invite(sampleOf('interview-cancelled'), 1, 'en', { startsAt, zone });
  expect(unfold(content)).toContain(`DTSTART;TZID=${zone}:${local}`);
  expect(value(content, 'TZOFFSETTO')).toBe(`TZOFFSETTO:${offset}`);
});

test('what people typed cannot add a property', () => {
  const message = sampleOf('interview-scheduled');
  if (message.name !== 'interview-scheduled') throw new Error('not an appointment');
  const jobTitle = 'Cook; "chef", \\ITIP';
  const fullName = 'Julia";X=1:"Perez';
  const { content } = invite({ ...message, variables: { ...message.variables, jobTitle, fullName } });
  expect(value(content, 'SUMMARY')).toContain('Cook\\; "chef"\\, \\\\ITIP');
  expect(value(content, 'ATTENDEE')).toMatch(/^ATTENDEE;CN="Julia ;X=1: Perez";ROLE/);
});
