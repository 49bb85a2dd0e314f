import type { Caller, Clock, Permission } from '../service.ts';
import { accessDenied, S3Error } from './errors.ts';
import type { Call, Storage } from './operations.ts';
import { permissionsOf } from './permissions.ts';

/** The owner of an access key: a presigned request acts with the signer's permissions. */
export interface Signer {
  readonly caller: Caller;
  readonly secretAccessKey: string;
}

export interface BrowserOptions {
  readonly storage: Storage;
  /** The machine's clock: SigV4 lifetimes do not follow time travel. */
  readonly wall: Clock;
  readonly signerOf: (accessKeyId: string) => Signer | undefined;
  /** Asks IAM; gives the reason of a refusal, undefined when allowed. */
  readonly refusalOf: (caller: Caller, permissions: readonly Permission[]) => Promise<string | undefined>;
  /** The laptop's own web addresses. */
  readonly localOrigins: () => readonly string[];
}

/** Throws `InvalidAccessKeyId`. */
export function signer({ signerOf }: BrowserOptions, accessKeyId: string): Signer {
  const found = signerOf(accessKeyId);
  if (found === undefined) {
    throw new S3Error(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  return found;
}

/** Asks IAM for the signer. Throws `AccessDenied` with the reason. */
export async function authorize(
  { storage, refusalOf }: BrowserOptions,
  caller: Caller,
  call: Call,
): Promise<void> {
  const reason = await refusalOf(caller, permissionsOf(storage, call));
  if (reason !== undefined) {
    throw accessDenied(reason);
  }
}
