import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { Unavailable } from '../../domain/steps/errors.ts';
import { NotCommitted } from '../adapters/store/table.ts';

/** Any error, as the SDK looks at it: all that marks one of its own is optional. */
type SdkError = Parameters<typeof isTransientError>[0];
const isError = (error: unknown): error is SdkError => error instanceof Error;

/**
 * The error, or `Unavailable` when it is trouble of AWS that passes: the services have dozens of names for it, more than
 * a machine can list. The SDK has tried such a call again by then, within a second; but not one that met a transaction
 * at its item.
 */
export function meaningOf(error: unknown): unknown {
  if (!isError(error)) return error;
  const passes =
    error instanceof NotCommitted
      ? error.unavailable
      : error.name === 'TransactionConflictException' ||
        isThrottlingError(error) ||
        isTransientError(error) ||
        isServerError(error);
  return passes ? new Unavailable(error.name) : error;
}
