import { Logger } from '@aws-lambda-powertools/logger';
import { redact } from './redaction.ts';

/** The one logger of a function; its service name comes from POWERTOOLS_SERVICE_NAME. */
export const logger = new Logger({ jsonReplacerFn: redact });

/**
 * What may be logged of an error: its name and where it was thrown. Never its message, which may quote
 * what somebody typed.
 */
export function traceOf(error: unknown): { error: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: error.name, at: frames.map((frame) => frame.trim()) };
}
