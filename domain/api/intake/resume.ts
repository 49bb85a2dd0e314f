import * as z from 'zod';

/** Media types a résumé may have: PDF, DOC, DOCX, ODT, TXT. */
export const resumeType = z.enum([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
]);

export const maxResumeBytes = 10 * 1024 * 1024;

/** How long an upload form works, in seconds: long enough for 10 MB on a slow line. */
export const uploadSeconds = 600;

/** Where an upload lies until it is found clean. Nobody can guess one, so knowing it is owning it. */
export const resumeKey = z
  .string()
  .regex(/^quarantine\/[0-9A-HJKMNP-TV-Z]{26}$/, 'must be the key that an upload form came with');

/** The key of a new upload, from a ULID made for it. */
export function resumeKeyOf(ulid: string): string {
  return `quarantine/${ulid}`;
}
