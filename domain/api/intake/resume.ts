import * as z from 'zod';
import { symbols } from '../../codes/symbols.ts';

/** Media types a résumé may have: PDF, DOC, DOCX, ODT, TXT. */
export const resumeType = z.enum([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
]);

export type ResumeType = z.output<typeof resumeType>;

/** What files of each type are called at their end. */
export const extensionOf: Readonly<Record<ResumeType, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'text/plain': '.txt',
};

export const maxResumeBytes = 10 * 1024 * 1024;

/** How long an upload form works, in seconds: long enough for 10 MB on a slow line. */
export const uploadSeconds = 600;

/** How long the address of a résumé works, in seconds: for the click that follows at once, and no mail to a friend. */
export const downloadSeconds = 60;

/** Where uploads lie, found clean or not. */
export const uploadPrefix = 'quarantine/';

/** Where an upload lies. Nobody can guess one, so knowing it is owning it. */
export const resumeKey = z
  .string()
  .regex(/^quarantine\/[0-9A-HJKMNP-TV-Z]{26}$/, 'must be the key that an upload form came with');

/** The key of a new upload, from a ULID made for it. */
export function resumeKeyOf(ulid: string): string {
  return `${uploadPrefix}${ulid}`;
}

const day = 86_400_000;

/** How long an upload has waited at an instant, in milliseconds: its key tells when its form was given out. */
function waited(key: string, at: string): number {
  const time = key.slice(uploadPrefix.length, uploadPrefix.length + 10);
  const values = Array.from(time, (symbol) => symbols.indexOf(symbol));
  return Date.parse(at) - values.reduce((sum, value) => sum * 32 + value, 0);
}

/** Whether a form comes too late to name an upload. */
export const isTooOld = (key: string, at: string): boolean => waited(key, at) > day;

/** Whether an upload that no form has named is to be deleted: a day after the last form that could have. */
export const isAbandoned = (key: string, at: string): boolean => waited(key, at) > 2 * day;
