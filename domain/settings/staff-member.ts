import * as z from 'zod';
import { staffId } from '../ids.ts';
import { locale } from '../messages/locale.ts';

/** Somebody a candidate or a colleague may hear of; `hours` is what is printed below a signature. */
export const staffMember = z.strictObject({
  id: staffId,
  name: z.string().min(1).max(80),
  role: z.string().min(1).max(80),
  email: z.email(),
  phone: z.string().min(3).max(40),
  hours: z.string().min(1).max(80),
  locale,
});
export type StaffMember = z.output<typeof staffMember>;
