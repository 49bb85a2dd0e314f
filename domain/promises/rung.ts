import * as z from 'zod';
import { instant } from '../ids.ts';
import { role } from './promise.ts';

/** One rung of a ladder as machines and table carry it; `due` is the date that holds from then on. */
export const rung = z.strictObject({
  index: z.int().nonnegative(),
  at: instant,
  action: z.enum(['remind', 'escalate', 'delay', 'release']),
  to: z.array(role),
  message: z.nullable(z.string()),
  due: instant,
});
