import * as z from 'zod';

/** What a client calls one request, so that sending it again is known for the same. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters');
