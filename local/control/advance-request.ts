import * as z from 'zod';
import { durationToMs, instantToMs } from '../clock/instant.ts';
import { Problem } from './problem.ts';

const advanceRequest = z.union(
  [
    z.strictObject({ by: z.string() }),
    z.strictObject({ seconds: z.number().nonnegative() }),
    z.strictObject({ to: z.string() }),
  ],
  'give exactly one of {"by": "PT24H"}, {"seconds": 90}, {"to": "2026-07-01T09:00:00Z"}, {"to": "next"}',
);

/** No journey takes longer than a year; a slip of the finger would travel for days. */
const FARTHEST_MS = 10 * 366 * 86_400_000;

/** Target of a time travel, from the time it is now and the earliest timer; all epoch milliseconds. */
export type Target = (now: number, next: number | undefined) => number;

function instant(text: string, read: (text: string) => number): number {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(400, 'Not a time', `"${text}": ${error.message}`);
    throw error;
  }
}

/** Reads the body of `POST /_local/clock/advance`. Throws Problem. */
export function parseAdvance(body: string): Target {
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    throw new Problem(400, 'Not JSON', 'the body must be a JSON object');
  }
  const target = targetOf(input);
  return (now, next) => {
    const to = target(now, next);
    if (to - now <= FARTHEST_MS) return to;
    throw new Problem(400, 'Too far', 'one request travels ten years at most');
  };
}

function targetOf(input: unknown): Target {
  const parsed = advanceRequest.safeParse(input);
  if (!parsed.success) throw new Problem(400, 'Not a time travel', z.prettifyError(parsed.error));
  const request = parsed.data;
  if ('seconds' in request) return (now) => now + Math.round(request.seconds * 1_000);
  if ('by' in request) {
    const by = instant(request.by, durationToMs);
    if (by < 0) throw new Problem(400, 'Not a time travel', 'time only moves forward');
    return (now) => now + by;
  }
  if (request.to === 'next') return (now, next) => next ?? now;
  const to = instant(request.to, instantToMs);
  return (now) => {
    if (to >= now) return to;
    throw new Problem(409, 'In the past', `it is ${new Date(now).toISOString()}; time only moves forward`);
  };
}
