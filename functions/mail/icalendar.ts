/** Writes iCalendar (RFC 5545): property lines, escaping, folding, and the zone of one event. */

/** A content line before folding; parameters come with their name: `CN="Ana Ruiz"`. */
export function property(name: string, value: string, ...parameters: readonly string[]): string {
  return `${[name, ...parameters].join(';')}:${value}`;
}

/** A TEXT value (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

/** A quoted parameter value, which may hold neither quotes nor control characters (3.2). */
export function quoted(text: string): string {
  return `"${text.replace(/["\p{Cc}]/gu, ' ')}"`;
}

/** An instant in UTC: 20260305T130000Z. */
export function utcTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** An instant as the clock on the wall shows it in a zone: 20260305T140000. */
export function zonedTime(instant: string, zone: string): string {
  return utcTime(new Date(Date.parse(instant) + offsetMinutes(instant, zone) * 60_000).toISOString()).slice(
    0,
    -1,
  );
}

/**
 * A VTIMEZONE that is right at one instant. It says nothing of other days: an event that moves is sent
 * anew, and a calendar that knows the IANA name uses its own table.
 */
export function zoneAt(instant: string, zone: string): string[] {
  const offset = writeOffset(offsetMinutes(instant, zone));
  return [
    'BEGIN:VTIMEZONE',
    property('TZID', zone),
    'BEGIN:STANDARD',
    property('DTSTART', '19700101T000000'),
    property('TZOFFSETFROM', offset),
    property('TZOFFSETTO', offset),
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}

/** Joins lines with CRLF and folds each at 75 octets, never inside a character (3.1). */
export function writeCalendar(lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

const octets = new TextEncoder();

function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (width + size > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += size;
  }
  return folded;
}

function offsetMinutes(instant: string, zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name ?? '') ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
