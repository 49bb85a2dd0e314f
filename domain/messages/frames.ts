/** The variables that every message of one audience carries, for its greeting, signature and footer. */
import * as z from 'zod';
import { link, phone, short } from './values.ts';

/** Somebody the candidate can reach. `hours` are opening hours in words, written for the reader. */
export const person = z.strictObject({
  name: short,
  role: short,
  phone,
  email: z.email(),
  hours: short,
});

/** Somebody who is only named. */
export const colleague = z.strictObject({ name: short, role: short });

export const company = z.strictObject({ name: short, website: link, postalAddress: short });

/** A candidate who may have no application left: erasure is confirmed with nothing more than this. */
export const personFrame = { firstName: short, fullName: short, company, person };

/** A candidate and the application; `person` signs, `statusUrl` is the signed link to its page. */
export const candidateFrame = { ...personFrame, jobTitle: short, statusUrl: link };

/** A candidate who agreed to offers; one click on `unsubscribeUrl` ends them. */
export const marketingFrame = { ...candidateFrame, unsubscribeUrl: link };

/**
 * A colleague at work. `reference` is the application's short reference, `candidateName` a first name
 * and an initial, `actionUrl` the page where the one thing asked is done.
 */
export const staffFrame = {
  recipientName: short,
  reference: short,
  jobTitle: short,
  candidateName: short,
  company,
  actionUrl: link,
};
