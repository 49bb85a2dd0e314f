import * as z from 'zod';

/**
 * What can be said of the résumé of an application.
 *
 * - `none`: the candidate sent none
 * - `missing`: one was announced, and no file ever came
 * - `scanning`: it is there, and no scanner has looked into it yet
 * - `clean`: a scanner found nothing; only now can anybody read it
 * - `threat`: a scanner found malware
 * - `disguised`: nothing was found in it, and it is not of the type that it was uploaded as
 * - `unscannable`: a scanner could not look into it, as into an archive with a password
 */
export const resumeState = z.enum([
  'none',
  'missing',
  'scanning',
  'clean',
  'threat',
  'disguised',
  'unscannable',
]);
export type ResumeState = z.output<typeof resumeState>;

/** The tag that a scanner leaves. https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-uploaded-object-tags.html */
export const scanTag = 'GuardDutyMalwareScanStatus';

/** What the tag means; without one nobody has looked yet. */
export function stateOfTag(tag: string | undefined): ResumeState {
  if (tag === undefined) return 'scanning';
  if (tag === 'NO_THREATS_FOUND') return 'clean';
  return tag === 'THREATS_FOUND' ? 'threat' : 'unscannable';
}
