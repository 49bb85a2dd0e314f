/** The calendar file that goes with an interview: an appointment, its change, or its cancellation. */
import type { Locale } from '../../domain/messages/locale.ts';
import { variablesOf } from '../../domain/messages/messages.ts';
import type { Message } from '../../domain/messages/messages.ts';
import { escapeText, property, quoted, utcTime, writeCalendar, zoneAt, zonedTime } from './icalendar.ts';
import { fill } from './strict-mustache.ts';
import { viewOf } from './view.ts';

export interface InviteRequest {
  readonly message: Extract<Message, { name: 'interview-scheduled' | 'interview-cancelled' }>;
  readonly locale: Locale;
  /** The language's phrases, for `calendarTitle` and `calendarNotes`. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Names the appointment for good; a change or cancellation must carry the same one. */
  readonly interviewId: string;
  /** Counts the changes: 0 first, one more each time, the cancellation included. */
  readonly sequence: number;
  /** The instant of this change, ISO 8601. */
  readonly stampedAt: string;
  /** The candidate's address. */
  readonly attendee: string;
}

export interface Invite {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

/**
 * Writes the appointment as iTIP (RFC 5546): REQUEST for a scheduled interview, CANCEL for a cancelled one.
 * The signed status link stays out of it: calendars are shared and synchronised.
 * @throws ZodError when the variables do not fit the message, MissingVariable when a phrase names what is absent
 */
export function calendarInvite(request: InviteRequest): Invite {
  const { message, locale, phrases, interviewId, sequence, stampedAt, attendee } = request;
  const schema = variablesOf(message.name);
  const variables = schema.parse(message.variables);
  const { company, person, fullName, startsAt, zone } = message.variables;
  const view = viewOf(schema, variables, { locale, zone, sentenceOf: () => '' });
  const say = (phrase: string) => escapeText(fill(phrases[phrase] ?? '', view, 'text').trim());
  const method = message.name === 'interview-scheduled' ? 'REQUEST' : 'CANCEL';

  const content = writeCalendar([
    property('VERSION', '2.0'),
    property('PRODID', '-//Hearback//Interviews//EN'),
    property('METHOD', method),
    ...zoneAt(startsAt, zone),
    'BEGIN:VEVENT',
    property('UID', `${interviewId}@${new URL(company.website).hostname}`),
    property('SEQUENCE', String(sequence)),
    property('DTSTAMP', utcTime(stampedAt)),
    property('DTSTART', zonedTime(startsAt, zone), `TZID=${zone}`),
    ...(message.name === 'interview-scheduled' ? appointment(message.variables, say) : []),
    property('SUMMARY', say('calendarTitle')),
    property('STATUS', method === 'REQUEST' ? 'CONFIRMED' : 'CANCELLED'),
    property('ORGANIZER', `mailto:${person.email}`, `CN=${quoted(person.name)}`),
    property('ATTENDEE', `mailto:${attendee}`, `CN=${quoted(fullName)}`, 'ROLE=REQ-PARTICIPANT'),
    'END:VEVENT',
  ]);
  return {
    fileName: 'interview.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}

type Scheduled = Extract<Message, { name: 'interview-scheduled' }>['variables'];

function appointment(
  { startsAt, minutes, zone, place, videoUrl }: Scheduled,
  say: (phrase: string) => string,
): string[] {
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  return [
    property('DTEND', zonedTime(endsAt, zone), `TZID=${zone}`),
    property('LOCATION', escapeText(place ?? videoUrl ?? '')),
    property('DESCRIPTION', say('calendarNotes')),
  ];
}
