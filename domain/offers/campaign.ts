import * as z from 'zod';
import { duration } from '../calendar/duration.ts';
import { slug } from '../ids.ts';
import { discount } from '../messages/values.ts';

/**
 * An offer the shop gives to applicants: what it is worth, and whom it suits by the interests they chose.
 *
 * - `default`: for everyone whom no other campaign suits.
 * - `validFor`: how long a code is valid after it is issued (ISO 8601).
 * - `budget`: how many codes may be issued in all.
 * - `startsOn`, `endsOn`: first and last day on which codes are issued, in the company's zone.
 */
export const campaign = z
  .strictObject({
    id: slug,
    title: z.string().min(1).max(120),
    value: discount,
    interests: z.array(slug).refine((list) => new Set(list).size === list.length, 'names an interest twice'),
    default: z.boolean().optional(),
    validFor: duration,
    budget: z.int().positive().optional(),
    shopUrl: z.url({ protocol: /^https?$/ }),
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
  })
  .superRefine(({ interests, default: isDefault, startsOn, endsOn }, context) => {
    if (interests.length === 0 && isDefault !== true) {
      context.addIssue({
        code: 'custom',
        path: ['interests'],
        message: 'must name an interest, or the campaign be the default: nobody would ever get it',
      });
    }
    if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
      context.addIssue({ code: 'custom', path: ['endsOn'], message: `lies before startsOn, ${startsOn}` });
    }
  });

export type Campaign = z.infer<typeof campaign>;

/** All campaigns of a company: no id twice, and at most one default. */
export const campaigns = z.array(campaign).superRefine((list, context) => {
  for (const [index, { id, default: isDefault }] of list.entries()) {
    const before = list.slice(0, index);
    if (before.some((other) => other.id === id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} is there twice` });
    }
    const other = before.find((one) => one.default === true);
    if (isDefault === true && other !== undefined) {
      context.addIssue({ code: 'custom', path: [index, 'default'], message: `${other.id} is the default` });
    }
  }
});
