/** The calendar file that goes with an interview: an appointment, its change, or its cancellation. */
import type { Interview } from '../../domain/interviews/interview.ts';
import type { Locale } from '../../domain/messages/locale.ts';
import { variablesOf } from '../../domain/messages/messages.ts';
import type { StaffMember } from '../../domain/settings/staff-member.ts';
import type { Inviting, Scheduled } from './inviting.ts';
import { escapeText, property, quoted, utcTime, writeCalendar, zoneAt, zonedTime } from './icalendar.ts';
import { fill } from './strict-mustache.ts';
import { viewOf } from './view.ts';

export interface InviteRequest {
  readonly message: Inviting;
  readonly locale: Locale;
  /** The language's phrases, for `calendarTitle` and `calendarNotes`. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Its id names the appointment for good, its sequence counts the changes: 0 first, one more each time. */
  readonly interview: Pick<Interview, 'interviewId' | 'sequence' | 'status' | 'startsAt' | 'zone'>;
  /** The same in every file about an interview: a calendar need not believe a cancellation by somebody else. */
  readonly organizer: Pick<StaffMember, 'name' | 'email'>;
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
 * Writes the appointment as iTIP (RFC 5546): REQUEST for a scheduled interview, CANCEL for one that is
 * cancelled or whose candidate is gone.
 * The signed status link stays out of it: calendars are shared and synchronised.
 * @throws ZodError when the variables do not fit the message, MissingVariable when a phrase names what is absent
 */
export function calendarInvite(request: InviteRequest): Invite {
  const { message, locale, phrases, interview, organizer, stampedAt, attendee } = request;
  const { interviewId, startsAt, zone } = interview;
  const schema = variablesOf(message.name);
  const variables = schema.parse(message.variables);
  const { company, fullName } = message.variables;
  const view = viewOf(schema, variables, { locale, zone, sentenceOf: () => '' });
  const say = (phrase: string) => escapeText(fill(phrases[phrase] ?? '', view, 'text').trim());
  const method = message.name === 'interview-scheduled' ? 'REQUEST' : 'CANCEL';
  // A cancelled interview has counted that itself. One whose candidate is gone stands as it was.
  const counted = method === 'CANCEL' && interview.status === 'scheduled' ? 1 : 0;

  const content = writeCalendar([
    property('VERSION', '2.0'),
    property('PRODID', '-//Hearback//Interviews//EN'),
    property('METHOD', method),
    ...zoneAt(startsAt, zone),
    'BEGIN:VEVENT',
    property('UID', `${interviewId}@${new URL(company.website).hostname}`),
    property('SEQUENCE', String(interview.sequence + counted)),
    property('DTSTAMP', utcTime(stampedAt)),
    property('DTSTART', zonedTime(startsAt, zone), `TZID=${zone}`),
    ...(message.name === 'interview-scheduled' ? appointment(message.variables, say) : []),
    // Whoever is erased is not told the job any more.
    ...(message.name === 'erasure-confirmed' ? [] : [property('SUMMARY', say('calendarTitle'))]),
    property('STATUS', method === 'REQUEST' ? 'CONFIRMED' : 'CANCELLED'),
    property('ORGANIZER', `mailto:${organizer.email}`, `CN=${quoted(organizer.name)}`),
    property('ATTENDEE', `mailto:${attendee}`, `CN=${quoted(fullName)}`, 'ROLE=REQ-PARTICIPANT'),
    'END:VEVENT',
  ]);
  return {
    fileName: 'interview.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}

function appointment(
  { startsAt, minutes, zone, place, videoUrl }: Scheduled['variables'],
  say: (phrase: string) => string,
): string[] {
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  return [
    property('DTEND', zonedTime(endsAt, zone), `TZID=${zone}`),
    property('LOCATION', escapeText(place ?? videoUrl ?? '')),
    property('DESCRIPTION', say('calendarNotes')),
  ];
}
