/**
 * The kinds of value a message may carry. Values stay raw here; the renderer recognises each kind by
 * the identity of its schema and writes it in the reader's language and time zone.
 */
import * as z from 'zod';

/** One line of text, as people type it: trimmed, without control characters, at most `max` characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must be a single line');

/** A name, title or number that fits in a subject. */
export const short = line(120);

/** One sentence or list item. */
export const sentence = line(400);

/** Several paragraphs, separated by blank lines. */
export const prose = z.string().trim().min(1).max(4000);

/** An instant in UTC, ISO 8601 ending in Z. */
export const instant = z.iso.datetime();

/** A calendar day, ISO 8601, without zone. */
export const day = z.iso.date();

/** The Monday that names a week, as a calendar day. */
export const week = z.iso.date().refine((monday) => new Date(`${monday}T12:00:00Z`).getUTCDay() === 1, {
  message: 'must be a Monday',
});

/** Names of people, told in one breath. */
export const names = z.array(short).min(1).max(8);

/** A few calendar days, told in one breath. */
export const days = z.array(day).min(1).max(5);

/** Whole hours until a deadline; 0 is less than one hour. */
export const hours = z.int().min(0).max(10_000);

/** A length in minutes. */
export const minutes = z.int().min(5).max(600);

/** How many times something was done. */
export const count = z.int().min(0).max(100);

/** An IANA time zone; it decides how the message's instants are written. */
export const zone = z.string().refine(isZone, { message: 'must be an IANA time zone' });

/** An absolute web address. */
export const link = z.url({ protocol: /^https?$/, hostname: z.regexes.hostname }).max(2000);

/** A telephone number as people read it, vanity letters allowed: 1-800-GR8HR. */
export const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[0-9A-Z(][0-9A-Z ().-]{2,}$/, 'must be a telephone number');

/** An amount in major units with its ISO 4217 currency. */
export const money = z.strictObject({
  amount: z.number().positive().max(1_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
});

/** What a code takes off the price: a share of it, or an amount. */
export const discount = z.union([z.strictObject({ percent: z.number().positive().max(100) }), money]);

/** Zones seen so far: to ask for one takes longer than all else that is checked of a message. */
const zones = new Set<string>();

function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  // An offset knows no daylight saving time, and a mail would call it a town.
  if (!/^[A-Z]/.test(name)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Intl takes any mixture of cases; a name is told as it stands.
    if (known !== name && known.toLowerCase() === name.toLowerCase()) return false;
    zones.add(name);
    return true;
  } catch {
    return false;
  }
}
