import { createHash } from 'node:crypto';

/** The account, region and partition that every local ARN carries. */
export const accountId = '123456789012';
export const region = 'us-east-1';
export const partition = 'aws';

/** Builds an ARN in the local account; `s3` and `iam` leave out what the real ones leave out. */
export function arn(service: string, resource: string): string {
  const inRegion = service === 's3' || service === 'iam' ? '' : region;
  const inAccount = service === 's3' ? '' : accountId;
  return `arn:${partition}:${service}:${inRegion}:${inAccount}:${resource}`;
}

/** Stable lower-case hexadecimal text of the given length, made from the parts: the same on every start. */
export function fingerprint(length: number, ...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, length);
}

/** A stable identifier in the form of a UUID, for resources whose physical id is one (KMS keys, event source mappings). */
export function stableUuid(...parts: readonly string[]): string {
  const hex = fingerprint(32, ...parts);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
