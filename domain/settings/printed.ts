import type * as z from 'zod';
import { company as companyFrame, person } from '../messages/frames.ts';
import { locales } from '../messages/locale.ts';
import { link, phone } from '../messages/values.ts';
import type { Complaint } from './complaint.ts';
import type { Settings } from './settings.ts';
import { spokenOf } from './staff-member.ts';

/** What no letter can print: the step that sends it would fail, and nobody would hear anything. */
export function unprintable({ company, staff }: Settings): Complaint[] {
  const { name, website, postalAddress, careersUrl, shopUrl, phone: line } = company;
  const found = [
    ...faults(['company'], companyFrame, { name, website, postalAddress }),
    ...faults(['company', 'phone'], phone, line),
    ...faults(['company', 'careersUrl'], link, careersUrl),
    ...faults(['company', 'shopUrl'], link, shopUrl),
    ...staff.flatMap((member, index) =>
      locales.flatMap((locale) => faults(['staff', index], person, reachedAs(spokenOf(member, locale)))),
    ),
  ];
  // Whoever is called the same in every language is wrong in all of them.
  return [...new Map(found.map((complaint) => [complaint.path.join('.'), complaint])).values()];
}

const reachedAs = ({ name, role, phone, email, hours }: Settings['staff'][number]) => ({
  name,
  role,
  phone,
  email,
  hours,
});

function faults(path: Complaint['path'], schema: z.ZodType, printed: unknown): Complaint[] {
  const { error } = schema.safeParse(printed);
  return (error?.issues ?? []).map((issue) => ({
    path: [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
    message: `cannot be printed in a letter, and none could be sent: ${issue.message}`,
  }));
}
