import * as z from 'zod';
import { staffId } from '../ids.ts';
import { locale } from '../messages/locale.ts';
import type { Locale } from '../messages/locale.ts';

const line = z.string().min(1).max(80);

/**
 * Somebody a candidate or a colleague may hear of; `hours` is what is printed below a signature. `translations` says
 * role and hours to those who read another language than the person's own.
 */
export const staffMember = z.strictObject({
  id: staffId,
  name: line,
  role: line,
  email: z.email(),
  phone: z.string().min(3).max(40),
  hours: line,
  locale,
  translations: z.optional(
    z.partialRecord(locale, z.strictObject({ role: z.optional(line), hours: z.optional(line) })),
  ),
});
export type StaffMember = z.output<typeof staffMember>;

/** A colleague as somebody is told of them in their own language; what nobody translated stays as it is. */
export function spokenOf({ translations, ...member }: StaffMember, locale: Locale): StaffMember {
  const { role, hours } = translations?.[locale] ?? {};
  return { ...member, role: role ?? member.role, hours: hours ?? member.hours };
}

/** The settings with every colleague as a reader of that language is told of them. */
export function speaking<S extends { staff: StaffMember[] }>(settings: S, locale: Locale): S {
  return { ...settings, staff: settings.staff.map((member) => spokenOf(member, locale)) };
}
