/** Quotas of Standard workflows: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */

/** Bytes of UTF-8 for the input or result of a task, state or execution. */
export const MAX_PAYLOAD_BYTES = 262_144;

/** Events in one history; the last is the failure itself. */
export const MAX_EVENTS = 25_000;

/** Seconds an execution may stay open: one year. */
export const MAX_EXECUTION_SECONDS = 31_536_000;

/** Iterations of an inline Map that run at one time. */
export const MAX_INLINE_CONCURRENCY = 40;
