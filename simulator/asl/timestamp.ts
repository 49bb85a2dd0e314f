const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Parses an RFC 3339 instant with `T` and a zone, up to nanoseconds; epoch milliseconds, or undefined. */
export function parseTimestamp(text: string): number | undefined {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${parts[8]}`);
  if (Number.isNaN(instant) || Number(hour) > 23 || Number(day) > daysIn(Number(year), Number(month))) {
    return undefined;
  }
  return instant + Math.floor(Number(`0.${parts[7] ?? '0'}`) * 1000);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO 8601 with milliseconds, as the context object has it. */
export function isoTime(epochMs: number): string {
  if (epochMs !== last.epochMs) last = { epochMs, text: new Date(epochMs).toISOString() };
  return last.text;
}

/** The one asked for last: states that follow one another are mostly of one instant. */
let last = { epochMs: 0, text: '1970-01-01T00:00:00.000Z' };
