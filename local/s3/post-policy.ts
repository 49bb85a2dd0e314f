import * as z from 'zod';
import { accessDenied, S3Error } from './errors.ts';

const condition = z.union([
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.strictObject({ expiration: z.iso.datetime(), conditions: z.array(condition) });

/** A POST policy document. */
export type PostPolicy = z.output<typeof policySchema>;
type Condition = z.output<typeof condition>;

/** Form fields by lower-cased name. */
export type FormFields = ReadonlyMap<string, string>;

const denied = (reason: string): S3Error => accessDenied(`Invalid according to Policy: ${reason}`);

/** Throws `InvalidPolicyDocument`. */
export function parsePolicy(base64: string): PostPolicy {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    throw new S3Error('InvalidPolicyDocument', 400, 'Invalid Policy: Invalid JSON.');
  }
  const parsed = policySchema.safeParse(document);
  if (!parsed.success) {
    throw new S3Error('InvalidPolicyDocument', 400, `Invalid Policy: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/** Fields that no condition needs to name. */
const FREE = new Set(['x-amz-signature', 'policy', 'file', 'bucket']);

interface FieldCheck {
  readonly field: string;
  readonly value: string;
  readonly isPrefix: boolean;
  readonly shown: string;
}

/** A condition on fields, in one form; size ranges give none. */
function checksOf(one: Condition): FieldCheck[] {
  const shown = JSON.stringify(one);
  if (!Array.isArray(one)) {
    return Object.entries(one).map(([name, value]) => ({
      field: name.toLowerCase(),
      value,
      isPrefix: false,
      shown,
    }));
  }
  if (one[0] === 'content-length-range') {
    return [];
  }
  return [
    {
      field: one[1].replace(/^\$/, '').toLowerCase(),
      value: one[2],
      isPrefix: one[0] === 'starts-with',
      shown,
    },
  ];
}

function checkSize({ conditions }: PostPolicy, size: number): void {
  for (const one of conditions) {
    if (!Array.isArray(one) || one[0] !== 'content-length-range') {
      continue;
    }
    const [, minimum, maximum] = one;
    if (size < minimum) {
      const more = { ProposedSize: size, MinSizeAllowed: minimum };
      throw new S3Error(
        'EntityTooSmall',
        400,
        'Your proposed upload is smaller than the minimum allowed size',
        more,
      );
    }
    if (size > maximum) {
      const more = { ProposedSize: size, MaxSizeAllowed: maximum };
      throw new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', more);
    }
  }
}

/**
 * Holds a form against its policy: every condition must be met and every field be named by one.
 * `now` is the wall clock in epoch milliseconds. Throws `AccessDenied`, `EntityTooSmall`, `EntityTooLarge`.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function checkPolicy(policy: PostPolicy, fields: FormFields, size: number, now: number): void {
  if (Date.parse(policy.expiration) <= now) {
    throw denied('Policy expired.');
  }
  const checks = policy.conditions.flatMap(checksOf);
  for (const { field, value, isPrefix, shown } of checks) {
    const given = fields.get(field);
    if (given === undefined || !(isPrefix ? given.startsWith(value) : given === value)) {
      throw denied(`Policy Condition failed: ${shown}`);
    }
  }
  const named = new Set(checks.map(({ field }) => field));
  const extra = [...fields.keys()].filter(
    (name) => !FREE.has(name) && !name.startsWith('x-ignore-') && !named.has(name),
  );
  if (extra.length > 0) {
    throw denied(`Extra input fields: ${extra.join(', ')}`);
  }
  checkSize(policy, size);
}
